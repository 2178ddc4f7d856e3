using System.Text;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The end of what an invocation logged, for X-Amz-Log-Result.</summary>
internal sealed class LogTail
{
    /// <summary>Lambda's own limit, in bytes.</summary>
    public const int MaxBytes = 4096;

    private readonly Lock gate = new();
    private readonly Queue<byte[]> lines = new();
    private int totalBytes;

    public void Append(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (gate)
        {
            lines.Enqueue(bytes);
            totalBytes += bytes.Length;
            while (totalBytes - lines.Peek().Length >= MaxBytes)
            {
                totalBytes -= lines.Dequeue().Length;
            }
        }
    }

    public byte[] ToArray()
    {
        lock (gate)
        {
            return [.. lines.SelectMany(line => line).Skip(totalBytes - MaxBytes)];
        }
    }
}
