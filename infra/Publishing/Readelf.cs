using System.ComponentModel;
using System.Diagnostics;

namespace CallRecording.Infra.Publishing;

/// <summary>Asks binutils' <c>readelf</c>, which reads the binaries of every architecture.</summary>
internal static class Readelf
{
    /// <exception cref="PublishException">There is no readelf, or it cannot read this.</exception>
    public static ElfFacts Read(string path)
    {
        var start = new ProcessStartInfo("readelf", [.. ElfFacts.ReadelfOptions, path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!; // Null only where a running process is used again.
            var complaints = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? ElfFacts.Parse(output)
                : throw new PublishException($"readelf cannot read {path}: {complaints.Result.Trim()}");
        }
        catch (Win32Exception problem)
        {
            throw new PublishException($"readelf, of the package binutils, does not start: {problem.Message}");
        }
    }
}
