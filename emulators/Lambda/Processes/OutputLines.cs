using System.Text;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>A process's output, line by line, however long its lines are.</summary>
internal static class OutputLines
{
    /// <summary>Longer lines arrive in pieces.</summary>
    public const int MaxLineLength = 64 * 1024;

    private const int BufferLength = 4096;

    /// <summary>Ends with the output. A slow <paramref name="onLine"/> slows the writer: nothing piles up.</summary>
    public static async Task ReadAsync(TextReader output, Action<string> onLine)
    {
        var buffer = new char[BufferLength];
        var line = new StringBuilder();
        int count;
        while ((count = await output.ReadAsync(buffer)) > 0)
        {
            foreach (var character in buffer.AsSpan(0, count))
            {
                if (character != '\n')
                {
                    line.Append(character);
                }

                if (character == '\n' || line.Length == MaxLineLength)
                {
                    Flush(line, onLine);
                }
            }
        }

        if (line.Length > 0)
        {
            Flush(line, onLine);
        }
    }

    private static void Flush(StringBuilder line, Action<string> onLine)
    {
        onLine(line.ToString().TrimEnd('\r'));
        line.Clear();
    }
}
