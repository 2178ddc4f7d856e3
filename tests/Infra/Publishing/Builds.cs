using System.Runtime.InteropServices;
using System.Text;
using static System.Runtime.InteropServices.Architecture;

namespace CallRecording.Tests.Infra.Publishing;

/// <summary>A folder as <c>dotnet publish</c> leaves it, with a real binary in it.</summary>
internal sealed class Builds : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("publish-");

    public Builds()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Zips);
        File.Copy(Program, Path.Combine(Folder, "CallRecording.Tasks"));
        File.WriteAllText(Path.Combine(Folder, "CallRecording.Tasks.dbg"), "symbols");
        File.WriteAllText(StandIns, "Some.Package\n");
    }

    /// <summary>The start of every .NET program: native code that needs a glibc.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "CallRecording.Tasks");

    /// <summary>The target that this machine is.</summary>
    public static string OwnTarget { get; } =
        RuntimeInformation.ProcessArchitecture == Arm64 ? "arm64" : "x64";

    public static string OwnArchitecture => OwnTarget == "arm64" ? "arm64" : "x86_64";

    public static string OtherTarget => OwnTarget == "arm64" ? "x64" : "arm64";

    public static bool HasReadelf { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, "readelf")));

    public string Folder => Path.Combine(root.FullName, "published");

    public string StandIns => Path.Combine(root.FullName, "standins.txt");

    public string Zips => Path.Combine(root.FullName, "zips");

    /// <summary>Makes the binary need a version of glibc that is not there yet.</summary>
    public void Replace(string version, string other)
    {
        var path = Path.Combine(Folder, "CallRecording.Tasks");
        var binary = File.ReadAllBytes(path);
        var found = binary.AsSpan().IndexOf(Encoding.ASCII.GetBytes(version + "\0"));
        Assert.True(found > 0, $"{path} names no {version}.");
        Encoding.ASCII.GetBytes(other).CopyTo(binary, found);
        File.WriteAllBytes(path, binary);
    }

    public void Dispose() => root.Delete(recursive: true);
}
