using System.IO.Compression;
using CallRecording.Infra.Publishing;

namespace CallRecording.Tests.Infra.Publishing;

public sealed class ArchiveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("archive-");

    [Fact]
    public void The_same_content_makes_the_same_bytes_in_any_order()
    {
        ArchiveEntry[] entries =
            [new("bootstrap", "code"u8.ToArray(), IsExecutable: true), new("build.json", "{}"u8.ToArray())];

        Archive.Write(At("one.zip"), entries);
        Archive.Write(At("two.zip"), entries.Reverse());

        Assert.Equal(File.ReadAllBytes(At("one.zip")), File.ReadAllBytes(At("two.zip")));
    }

    [Fact]
    public void It_holds_the_times_of_no_clock()
    {
        Archive.Write(At("one.zip"), [new("bootstrap", "code"u8.ToArray())]);

        using var zip = ZipFile.OpenRead(At("one.zip"));
        Assert.Equal(new DateTime(1980, 1, 1), Assert.Single(zip.Entries).LastWriteTime.DateTime);
    }

    [Fact]
    public void Only_what_is_to_be_started_is_executable()
    {
        Archive.Write(
            At("one.zip"),
            [new("bootstrap", "code"u8.ToArray(), IsExecutable: true), new("build.json", "{}"u8.ToArray())]);

        using var zip = ZipFile.OpenRead(At("one.zip"));
        const UnixFileMode readable =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode executable =
            UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Assert.Equal(
            [(0x8000 | (int)(readable | executable)), (0x8000 | (int)readable)],
            zip.Entries.Select(entry => (entry.ExternalAttributes >> 16) & 0xFFFF));
    }

    [Fact]
    public void A_zip_from_elsewhere_is_not_described()
    {
        Archive.Write(At("one.zip"), [new("bootstrap", "code"u8.ToArray())]);

        var refusal = Assert.Throws<PublishException>(() => Archive.Describe(At("one.zip")));

        Assert.Equal($"{At("one.zip")} has no build.json; make it with infra/publish", refusal.Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string At(string file) => Path.Combine(folder.FullName, file);
}
