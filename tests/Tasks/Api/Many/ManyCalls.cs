using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Search;

namespace CallRecording.Tests.Tasks.Api.Many;

/// <summary>Thousands of calls, a third of a year of them, and what is true of each: some words are in all of them,
/// some in few, and two never in the same one.</summary>
internal sealed class ManyCalls : IDisposable
{
    /// <summary>2024-01-01T00:00:00Z.</summary>
    public const long Start = 1704067200;

    public const int SecondsBetween = 1000;

    /// <summary>Of these a call has either one.</summary>
    public static readonly string[] Opposites = ["odd", "even"];

    public static readonly string[] AllWords = ["the", "meter", "refund", "zebra", .. Opposites, "never"];

    public static readonly string[] AllCategories = ["Billing", "Complaint", "Praise", "Unheard of"];

    private const int RowsPerRequest = 25;
    private const int RequestsAtOnce = 8;

    private ManyCalls(TestTable table, IReadOnlyList<KnownCall> all) => (Table, All) = (table, all);

    public TestTable Table { get; }

    public IReadOnlyList<KnownCall> All { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ManyCalls> CreateAsync(RunningEmulators emulators, int count)
    {
        var table = await TestTable.CreateAsync(emulators, $"of-{count}");
        // The same ones every time.
        var all = Enumerable.Range(0, count).Select(number => Known(number, count)).ToList();
        var templates = await TemplatesAsync(table);
        await PutAsync(
            table.DynamoDb,
            table.Name,
            all.Where(call => !call.IsGone).Select(call => Item(call, templates[call.Status])));
        await PutAsync(table.DynamoDb, table.WordsName, all.SelectMany(Rows));
        return new ManyCalls(table, all);
    }

    public void Dispose() => Table.Dispose();

    // Counted from the newest one, so that the newest of few calls are like those of many.
    private static KnownCall Known(int number, int count)
    {
        var status = number % 20 == 7 ? "FAILED" : number % 50 == 3 ? "IN_PROGRESS" : "SUCCESS";
        var succeeded = status == "SUCCESS";
        string[] words =
        [
            "the",
            Opposites[number % 2],
            .. number % 3 == 0 ? ["meter"] : Array.Empty<string>(),
            .. number % 11 == 0 ? ["refund"] : Array.Empty<string>(),
            .. number % 487 == 0 ? ["zebra"] : Array.Empty<string>(),
        ];
        string[] categories =
        [
            .. number % 4 == 0 ? ["Billing"] : Array.Empty<string>(),
            .. number % 7 == 0 ? ["Complaint"] : Array.Empty<string>(),
            .. number % 300 == 1 ? ["Praise"] : Array.Empty<string>(),
        ];
        return new KnownCall(
            string.Create(CultureInfo.InvariantCulture, $"call-{number}"),
            // Two in each moment.
            Start + ((count - 1 - number) / 2 * SecondsBetween),
            status,
            succeeded ? categories : [],
            succeeded ? words : [],
            20 + (number % 100),
            IsGone: succeeded && number % 101 == 5);
    }

    /// <summary>An item of each status, as executions leave them.</summary>
    private static async Task<Dictionary<string, Dictionary<string, AttributeValue>>> TemplatesAsync(TestTable table)
    {
        var items = table.Items(TimeProvider.System);
        var templates = new Dictionary<string, Dictionary<string, AttributeValue>>(StringComparer.Ordinal);
        foreach (var status in new[] { "IN_PROGRESS", "FAILED", "SUCCESS" })
        {
            var call = TestCalls.Call with { CallId = status };
            await items.BeginAsync(call, TestCalls.Current, TestCalls.Recording, TestCalls.OutputUri, Cancellation);
            if (status == "FAILED")
            {
                await items.RecordFailureAsync(
                    new FailureCaptured(call, TestCalls.Current, "2026-03-01T12:00:00.000Z"),
                    new FailureReport("JobFailed", "JobClientError", "The audio is silent."),
                    "request-1",
                    Cancellation);
            }
            else if (status == "SUCCESS")
            {
                var results = new Dictionary<string, AttributeValue>
                {
                    [CallAttributes.CallSummary] = new("A greeting."),
                    [CallAttributes.Transcript] = new("Hello."),
                };
                Assert.True(await items.TrySucceedAsync(call, TestCalls.Current, results, Cancellation));
            }

            var key = CallItemKey.Of(call).ToAttributes();
            templates[status] = (await table.DynamoDb.GetItemAsync(table.Name, key, Cancellation)).Item;
            await table.DynamoDb.DeleteItemAsync(table.Name, key, Cancellation);
        }

        return templates;
    }

    private static Dictionary<string, AttributeValue> Item(
        KnownCall call, Dictionary<string, AttributeValue> template)
    {
        var item = new Dictionary<string, AttributeValue>(template);
        foreach (var (name, value) in KeyOf(call).ToAttributes())
        {
            item[name] = value;
        }

        item[CallAttributes.CallId] = new(call.CallId);
        if (call.Status == "SUCCESS")
        {
            item[CallAttributes.CallCategories] =
                new() { L = [.. call.Categories.Select(category => new AttributeValue(category))], IsLSet = true };
            item[CallAttributes.ProcessingSeconds] =
                new() { N = call.ProcessingSeconds.ToString(CultureInfo.InvariantCulture) };
        }

        return item;
    }

    private static IEnumerable<Dictionary<string, AttributeValue>> Rows(KnownCall call) => call.Words
        .Concat(call.Categories.Select(SearchWords.OfCategory))
        .Select(word => new Dictionary<string, AttributeValue>
        {
            [WordAttributes.Word] = new(word),
            [WordAttributes.Call] = new(CallSortKey.Of(KeyOf(call))),
            [WordAttributes.FoundIn] = new("transcript"),
        });

    private static CallItemKey KeyOf(KnownCall call) => CallItemKey.Of(new Call
    {
        CallId = call.CallId,
        AudioS3Uri = "s3://recordings/a.wav",
        Timestamp = DateTimeOffset.FromUnixTimeSeconds(call.EpochSeconds)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    });

    private static Task PutAsync(
        IAmazonDynamoDB dynamoDb, string table, IEnumerable<Dictionary<string, AttributeValue>> rows) =>
        Parallel.ForEachAsync(
            rows.Chunk(RowsPerRequest),
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = Cancellation },
            async (some, cancellation) =>
            {
                List<WriteRequest> batch = [.. some.Select(row => new WriteRequest(new PutRequest(row)))];
                while (batch.Count > 0)
                {
                    var answer = await dynamoDb.BatchWriteItemAsync(
                        new BatchWriteItemRequest { RequestItems = new() { [table] = batch } }, cancellation);
                    batch = answer.UnprocessedItems?.GetValueOrDefault(table) ?? [];
                }
            });
}
