using System.Security.Cryptography;

namespace CallRecording.Local;

/// <summary>Where everything lives that outlives a stop; one system at a time owns it.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream ownership;

    private DataDirectory(string path, FileStream ownership)
    {
        Path = path;
        this.ownership = ownership;
    }

    public string Path { get; }

    private string SamplesMark => System.IO.Path.Combine(Path, "samples-submitted");

    /// <summary>False on a first start.</summary>
    public bool HasSamples => File.Exists(SamplesMark);

    /// <exception cref="LocalException">Another system uses it, or it cannot be written.</exception>
    public static DataDirectory Own(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new DataDirectory(path, new FileStream(
                System.IO.Path.Combine(path, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LocalException(
                $"{path} cannot be used, another ./run may have it; give another --data: {problem.Message}", problem);
        }
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What the API's tokens are signed with, in hexadecimal: made once, so that they outlive a
    /// restart.</summary>
    public string TokenKey()
    {
        const int KeyBytes = 32;
        var path = At("page-token-key");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true));
        }

        return File.ReadAllText(path);
    }

    public void MarkSamples() => File.WriteAllText(SamplesMark, string.Empty);

    public void Dispose() => ownership.Dispose();
}
