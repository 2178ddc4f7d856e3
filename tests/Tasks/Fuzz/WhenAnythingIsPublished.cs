using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Intake;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Http;
using CallRecording.Tests.Packages.Aws;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;
using CsCheck;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>Whatever is in a message: it becomes a call, or goes back with a reason, and its neighbour becomes one in
/// any case.</summary>
[Collection(EmulatorsCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenAnythingIsPublished(RunningEmulators emulators)
{
    private const string Machine = "arn:aws:states:us-east-1:000000000000:stateMachine:machine";

    private const string Neighbour =
        """{"callId": "neighbour", "audioS3Uri": "s3://recordings/a.wav", "timestamp": "2024-01-01T00:00:00Z"}""";

    private static readonly string[] Members =
        ["callId", "audioS3Uri", "timestamp", "metadata", "Type", "Message", "TopicArn"];

    [Fact]
    public async Task It_becomes_a_call_or_goes_back_with_a_reason()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(200, """{"executionArn": "arn:e", "startDate": 1704067200}"""));
        using var client = StepFunctionsClients.For(server);
        var calls = 0;
        using var table = await TestTable.CreateAsync(emulators);
        var starter = StarterHandler.Create(
            table.DynamoDb, table.Name, table.WordsName, client, Machine, TimeProvider.System);

        await Bodies.SampleAsync(
            async body =>
            {
                var invocation = new TestInvocation();
                var batch = new SqsEvent([new SqsMessage("fuzzed", body), new SqsMessage("neighbour", Neighbour)]);

                var back = (await starter.HandleAsync(batch, invocation)).BatchItemFailures;

                Assert.DoesNotContain(back, one => one.ItemIdentifier == "neighbour");
                var line = invocation.Log.Lines.Single(line => line.Contains(" | fuzzed | ", StringComparison.Ordinal));
                calls += 1 - back.Count;
                Assert.Equal(back.Count == 1, line.Contains("can never become a call: ", StringComparison.Ordinal));
                Assert.False(line.EndsWith("| ", StringComparison.Ordinal), $"{line} has no reason.");
                if (back.Count == 0)
                {
                    await AssertOnRecordAsync(table, body);
                }
            },
            iter: FuzzCount.Value,
            threads: 1);

        Assert.True(calls > FuzzCount.Value / 100, $"Only {calls} messages became calls.");
    }

    /// <summary>A call that was taken is in the table, whatever its metadata.</summary>
    private static async Task AssertOnRecordAsync(TestTable table, string body)
    {
        var taken = CallNotification.Read(body);
        var row = await table.RowAsync(TestCalls.Call with
        {
            CallId = taken.CallId,
            Timestamp = CallTimestamp.Format(taken.Timestamp),
        });
        Assert.True((string?)row?["call_id"] == taken.CallId, $"The call of {body} was accepted, and has no item.");
    }

    private static string WithMetadata(int number, string metadata) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"callId": "fuzzed-{{number}}", "audioS3Uri": "s3://recordings/a.wav","""
            + $$""" "timestamp": "2024-01-01T00:00:00Z", "metadata": {{metadata}}}""");

    /// <summary>A right message with other members.</summary>
    private static string Changed(IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var message = JsonNode.Parse(Neighbour)!.AsObject(); // An object.
        foreach (var (name, value) in members)
        {
            message[name] = value?.DeepClone();
        }

        return message.ToJsonString();
    }

    private static Gen<string> Bodies
    {
        get
        {
            var texts = Texts.Of(Neighbour);
            var names = Gen.Int[0, Members.Length - 1].Select(at => Members[at]);
            var values = Gen.Frequency(
                (4, texts.Select(text => (JsonNode?)JsonValue.Create(text))),
                (1, Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number))),
                (1, Gen.Const((JsonNode?)null)),
                (1, texts.Select(text => (JsonNode?)new JsonObject { ["note"] = text })));
            var objects = Gen.Select(names, values, (name, value) => (name, (JsonNode?)value)).Array[0, 3]
                .Select(members => Changed(members));
            var wrapped = objects.Select(text =>
                new JsonObject { ["Type"] = "Notification", ["TopicArn"] = "arn:t", ["Message"] = text }
                    .ToJsonString());
            var metadata = Gen.Select(Gen.Int[0, 999], Metadata.Any)
                .Select((number, said) => WithMetadata(number, said));
            return Gen.Frequency((2, texts), (4, objects), (3, wrapped), (4, metadata));
        }
    }
}
