using System.Runtime.Versioning;
using CallRecording.Operations;

namespace CallRecording.Tests.Local.Whole;

/// <summary>Files of a data directory that were emptied, cut, flipped or taken away while nothing ran.</summary>
public sealed class WhenAFileIsDamaged(KilledSystem killed) : IClassFixture<KilledSystem>
{
    private const string Bucket = "dmg-inbound-callrecording-local-output";
    private const string Objects = $"emulators/s3/buckets/{Bucket}/objects/kept";
    private const string LevelDb = "emulators/dynamodb";

    [Theory]
    [InlineData("page-token-key", "empty cut flip")]
    [InlineData("contents", "empty cut flip")]
    [InlineData("stepfunctions.db", "empty cut flip gone")]
    [InlineData("stepfunctions.db-wal", "flip")]
    [InlineData("bda.db", "empty cut flip gone")]
    [InlineData("bda.db-wal", "flip")]
    [InlineData("emulators/messages/fauxqs.db", "empty cut flip gone")]
    [InlineData("emulators/messages/fauxqs.db-wal", "flip")]
    [InlineData(LevelDb + "/CURRENT", "empty cut flip gone")]
    [InlineData(LevelDb + "/MANIFEST-*", "empty cut clip flip gone")]
    [InlineData(LevelDb + "/*.ldb", "empty cut gone")]
    [InlineData(LevelDb + "/*.log", "empty cut flip gone")]
    [InlineData("emulators/dynamodb.length", "empty cut")]
    [InlineData(Objects + "/results.json.meta.json", "empty cut flip gone")]
    [InlineData(Objects + "/results.json.data", "empty cut gone")]
    [InlineData("emulators/s3/buckets/dmg-inbound-callrecording-local-output/.bucket.json", "empty cut gone")]
    public async Task It_is_named_in_one_line_and_nothing_starts(string file, string damages)
    {
        foreach (var damage in damages.Split(' '))
        {
            // After a kill all of a database may be in its log still, and nothing is lost with it.
            var data = killed.Data(stopped: file.EndsWith(".db", StringComparison.Ordinal));
            var path = Directory.GetFiles(
                Path.Combine(data, Path.GetDirectoryName(file)!), Path.GetFileName(file)).Single();
            Damage(path, damage);
            var lines = new List<string>();

            var problem = await Assert.ThrowsAsync<CommandException>(
                async () => await (await KilledSystem.StartAsync(data, lines.Add)).DisposeAsync());

            var named = path.EndsWith("-wal", StringComparison.Ordinal) ? path[..^"-wal".Length] : path;
            Assert.True(problem.Message.Contains(named, StringComparison.Ordinal), $"{damage}: {problem.Message}");
            Assert.DoesNotContain('\n', problem.Message);
            Assert.DoesNotContain("ready", lines);
        }
    }

    [Theory]
    [InlineData(LevelDb + "/LOG")]
    [InlineData("emulators.pid")]
    [InlineData("samples-submitted")]
    public async Task What_holds_nothing_is_no_reason_to_stop(string file)
    {
        var data = killed.Data();
        await File.WriteAllTextAsync(Path.Combine(data, file), "?", TestContext.Current.CancellationToken);
        var lines = new List<string>();

        await using var system = await KilledSystem.StartAsync(data, lines.Add);

        Assert.Contains("ready", lines);
        Assert.Equal(file == "emulators.pid", lines.Exists(line =>
            line.Contains("emulators.pid is damaged", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_edit_that_was_being_written_is_no_reason_to_stop_while_the_log_it_replaces_is_there()
    {
        var data = killed.Data();
        var levelDb = Path.Combine(data, LevelDb);
        File.Copy(killed.Replaced, Path.Combine(levelDb, "000003.log"));
        Damage(Directory.GetFiles(levelDb, "MANIFEST-*").Single(), "clip");
        var lines = new List<string>();

        await using var system = await KilledSystem.StartAsync(data, lines.Add);

        Assert.Contains("ready", lines);
        Assert.Equal(KilledSystem.Fillers, await KilledSystem.CountFillersAsync(system.Addresses));
    }

    [Fact]
    public async Task A_deletion_that_was_interrupted_is_finished()
    {
        var data = killed.Data();
        var stem = Path.Combine(data, Objects, "results.json");
        var next = Directory.CreateDirectory(Path.Combine(data, "emulators", "s3", "_next"));
        File.Move($"{stem}.meta.json", Path.Combine(next.FullName, $"{Bucket}@1.deleted.json"));
        var lines = new List<string>();

        await using var system = await KilledSystem.StartAsync(data, lines.Add);

        Assert.Contains("ready", lines);
        Assert.False(File.Exists($"{stem}.data"), "The object is there still.");
        Assert.Empty(next.EnumerateFiles());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_data_directory_and_its_key_are_for_their_owner_alone()
    {
        var data = killed.Data();
        var key = Path.Combine(data, "page-token-key");
        const UnixFileMode Wide = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(data, Wide);
        File.SetUnixFileMode(key, Wide);

        await using var system = await KilledSystem.StartAsync(data, _ => { });

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    private static void Damage(string path, string how)
    {
        var bytes = File.ReadAllBytes(path);
        switch (how)
        {
            case "gone":
                File.Delete(path);
                return;
            case "empty":
                bytes = [];
                break;
            // The last record is not whole: LevelDB drops it.
            case "clip":
                bytes = bytes[..^1];
                break;
            case "cut":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            default:
                // What stands at the beginning says what the file is.
                bytes[path.EndsWith("-wal", StringComparison.Ordinal) ? 100 : Math.Min(10, bytes.Length - 1)] ^= 1;
                break;
        }

        File.WriteAllBytes(path, bytes);
    }
}
