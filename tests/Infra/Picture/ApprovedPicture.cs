namespace CallRecording.Tests.Infra.Picture;

/// <summary>The picture of a program that a reviewer read and approved: <c>tests/Infra/approved/NAME.txt</c>.</summary>
internal static class ApprovedPicture
{
    /// <summary>Set by <c>./test --approve</c>: pictures are written, not compared.</summary>
    private const string RenewVariable = "APPROVE_PICTURES";

    public static string Folder { get; } = ProjectFiles.At("tests", "Infra", "approved");

    public static bool IsBeingRenewed => Environment.GetEnvironmentVariable(RenewVariable) is { Length: > 0 };

    /// <summary>The approved picture; empty where there is none.</summary>
    public static string Read(string name) => File.Exists(Path(name)) ? File.ReadAllText(Path(name)) : "";

    public static void Write(string name, string picture)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path(name), picture);
    }

    private static string Path(string name) => System.IO.Path.Combine(Folder, $"{name}.txt");
}
