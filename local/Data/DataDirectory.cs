using System.Security.Cryptography;
using System.Text;
using CallRecording.Operations;

namespace CallRecording.Local.Data;

/// <summary>Where everything lives that outlives a stop; one system at a time owns it, and one person may read
/// it.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int KeyBytes = 32;
    private const int DigestLength = 8;

    private readonly FileStream ownership;

    private DataDirectory(string path, FileStream ownership)
    {
        Path = path;
        this.ownership = ownership;
    }

    public string Path { get; }

    private string SamplesMark => At("samples-submitted");

    /// <summary>False on a first start.</summary>
    public bool HasSamples => File.Exists(SamplesMark);

    /// <exception cref="CommandException">Another system uses it, it cannot be written, or a file in it is
    /// damaged.</exception>
    public static DataDirectory Own(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, OwnerOnly);
            }

            var data = new DataDirectory(path, new FileStream(
                System.IO.Path.Combine(path, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            return data.Checked();
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException && !StartProblem.IsFull(problem))
        {
            throw new CommandException(
                $"{path} cannot be used, another ./run may have it; give another --data: {problem.Message}", problem);
        }
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <param name="withoutIt">What happens to the other data when the operator gives the file up.</param>
    /// <exception cref="CommandException">It is damaged.</exception>
    public string Database(string name, string withoutIt)
    {
        DatabaseFile.Check(At(name), withoutIt);
        return At(name);
    }

    /// <summary>What the API's tokens are signed with, in hexadecimal: made once, so that they outlive a
    /// restart.</summary>
    /// <exception cref="CommandException">The file is damaged.</exception>
    public string TokenKey()
    {
        var path = At("page-token-key");
        if (!File.Exists(path))
        {
            var made = RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true);
            AtomicFile.Write(path, $"{made} {Digest(made)}");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var parts = File.ReadAllText(path).Split(' ');
        // Older files have no digest.
        return parts[0].Length == 2 * KeyBytes && parts[0].All(char.IsAsciiHexDigitLower)
            && (parts.Length == 1 || parts[1] == Digest(parts[0]))
            ? parts[0]
            : throw new CommandException(
                $"{path} is damaged: it is not {2 * KeyBytes} hexadecimal digits and their digest; remove it: a new "
                + "key is made, and pages that are open ask from the beginning");
    }

    public void MarkSamples() => AtomicFile.Write(SamplesMark, string.Empty);

    /// <summary>From now on everything must be there at a start.</summary>
    public void MarkReady() => DataContents.Remember(Path);

    public void Dispose() => ownership.Dispose();

    private DataDirectory Checked()
    {
        try
        {
            DataContents.Check(Path);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private static string Digest(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))[..DigestLength];
}
