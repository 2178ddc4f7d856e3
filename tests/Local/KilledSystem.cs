using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CallRecording.Local;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Local;

/// <summary>What a system that had processed a call leaves on the disk when it is killed, or is stopped: copies of its
/// data directory.</summary>
public sealed class KilledSystem : IAsyncLifetime
{
    /// <summary>LevelDB makes a table of what it keeps in memory at 4 MiB; an item has at most 400 KB.</summary>
    internal const int Fillers = 16;

    private const int FillerBytes = 380_000;
    private const string FillerTable = "fillers";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("killed-");
    private int copies;

    /// <summary>The log that became a table, as it was before LevelDB deleted it.</summary>
    internal string Replaced => Path.Combine(root.FullName, "replaced.log");

    private string Killed => Path.Combine(root.FullName, "killed");

    private string Stopped => Path.Combine(root.FullName, "stopped");

    public async ValueTask InitializeAsync()
    {
        await using var stack = new RunningStack();
        await stack.InitializeAsync();
        await CompactAsync(stack);
        await stack.ProcessAsync("kept");
        Copy(new DirectoryInfo(stack.Folder), Killed);
        Copy(new DirectoryInfo(Killed), Stopped);
        await (await StartAsync(Stopped, _ => { })).DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A data directory as it was left, for one start.</summary>
    internal string Data(bool stopped = false)
    {
        var copy = Path.Combine(root.FullName, $"{Interlocked.Increment(ref copies)}");
        Copy(new DirectoryInfo(stopped ? Stopped : Killed), copy);
        return copy;
    }

    internal static Task<LocalSystem> StartAsync(string data, Action<string> write) => LocalSystem.StartAsync(
        new LocalOptions(0, data, 600, ProjectFiles.Root, SubmitSamples: false),
        write,
        TestContext.Current.CancellationToken);

    internal static async Task<int> CountFillersAsync(LocalAddresses addresses)
    {
        using var dynamoDb = Open(addresses);
        var count = 0;
        Dictionary<string, AttributeValue>? after = null;
        do
        {
            var page = await dynamoDb.ScanAsync(
                new ScanRequest { TableName = FillerTable, ExclusiveStartKey = after },
                TestContext.Current.CancellationToken);
            count += page.Items.Count;
            after = page.LastEvaluatedKey;
        }
        while (after is { Count: > 0 });

        return count;
    }

    // The log becomes a table: from then on the MANIFEST has an edit more than it had after the start.
    private async Task CompactAsync(RunningStack stack)
    {
        var stop = TestContext.Current.CancellationToken;
        var levelDb = Path.Combine(stack.Folder, "emulators", "dynamodb");
        var log = Directory.GetFiles(levelDb, "*.log").Single();
        const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;
        await using var replaced = new FileStream(log, FileMode.Open, FileAccess.Read, Shared);
        using var dynamoDb = Open(stack.Addresses);
        await dynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = FillerTable,
                KeySchema = [new KeySchemaElement("id", KeyType.HASH)],
                AttributeDefinitions = [new AttributeDefinition("id", ScalarAttributeType.N)],
                BillingMode = BillingMode.PAY_PER_REQUEST,
            },
            stop);
        for (var id = 0; id < Fillers; id++)
        {
            await dynamoDb.PutItemAsync(
                FillerTable,
                new Dictionary<string, AttributeValue>
                {
                    ["id"] = new() { N = $"{id}" },
                    ["filler"] = new() { S = new string('x', FillerBytes) },
                },
                stop);
        }

        await Eventually.TrueAsync(() => !File.Exists(log), "the first log is replaced");
        await using var copy = File.Create(Replaced);
        await replaced.CopyToAsync(copy, stop);
    }

    private static AmazonDynamoDBClient Open(LocalAddresses addresses) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig { ServiceURL = addresses.DynamoDb.ToString() });

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            // Of a running system: the owner's lock is advisory, and it reads nothing else exclusively.
            if (file.Name is not ("owner" or "emulators.pid"))
            {
                file.CopyTo(Path.Combine(to, file.Name));
            }
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
