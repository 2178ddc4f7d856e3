using System.Runtime.Versioning;
using CallRecording.Local;

namespace CallRecording.Tests.Local.Whole;

/// <summary>Files of a data directory that were emptied, cut, flipped or taken away while nothing ran.</summary>
public sealed class WhenAFileIsDamaged(KilledSystem killed) : IClassFixture<KilledSystem>
{
    private const string Objects = "emulators/s3/buckets/dmg-inbound-callrecording-local-output/objects/kept";
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
    [InlineData(LevelDb + "/MANIFEST-*", "empty cut flip gone")]
    [InlineData(LevelDb + "/*.log", "empty cut flip gone")]
    [InlineData("emulators/dynamodb.length", "empty cut")]
    [InlineData(Objects + "/results.json.meta.json", "empty cut flip")]
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

            var problem = await Assert.ThrowsAsync<LocalException>(
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
        Assert.Equal(file == "emulators.pid", lines.Exists(line => line.Contains("emulators.pid is damaged", StringComparison.Ordinal)));
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

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
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
