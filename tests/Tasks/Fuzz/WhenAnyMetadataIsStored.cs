using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CsCheck;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>Metadata of a message that is taken can be written into the call's item, and comes back as it was: what the
/// database cannot hold as text, everything else as what it is.</summary>
[Collection(EmulatorsCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenAnyMetadataIsStored(RunningEmulators emulators)
{
    [Fact]
    public async Task It_comes_back()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var items = table.Items(TimeProvider.System);
        var taken = 0;

        await Metadata.Any.SampleAsync(
            async metadata =>
            {
                if (Read(metadata) is not { } expected)
                {
                    return;
                }

                taken++;
                var call = TestCalls.Call with { CallId = $"call-{taken}", Metadata = expected };

                await items.BeginAsync(
                    call, TestCalls.Current, TestCalls.Recording, TestCalls.OutputUri,
                    TestContext.Current.CancellationToken);

                AssertSame(expected, (await table.RowAsync(call))!["metadata"]);
            },
            iter: FuzzCount.Value,
            threads: 1);

        Assert.True(taken > FuzzCount.Value / 4, $"Only {taken} of {FuzzCount.Value} were taken.");
    }

    /// <returns>Null where the message is refused, or says nothing.</returns>
    private static JsonObject? Read(string metadata)
    {
        try
        {
            return CallNotification.Read(
                """{"callId":"call-1","audioS3Uri":"s3://recordings/a.wav","timestamp":"2024-01-01T00:00:00Z","""
                    + $"\"metadata\":{metadata}}}")
                .Metadata;
        }
        catch (NotificationRejectedException)
        {
            return null;
        }
    }

    private static void AssertSame(JsonNode? expected, JsonNode? found)
    {
        var same = (expected, found) switch
        {
            (JsonObject map, JsonObject other) => map.Count == other.Count,
            (JsonArray list, JsonArray other) => list.Count == other.Count,
            // Kept as text.
            (not null, JsonValue text) when text.GetValueKind() == JsonValueKind.String
                && expected.GetValueKind() != JsonValueKind.String =>
                    text.GetValue<string>() == expected.ToJsonString(),
            (JsonValue number, JsonValue other) when number.GetValueKind() == JsonValueKind.Number =>
                other.GetValueKind() == JsonValueKind.Number
                    && Numbers.AreEqual(number.ToJsonString(), other.ToJsonString()),
            _ => JsonNode.DeepEquals(expected, found),
        };
        Assert.True(same, $"{found?.ToJsonString() ?? "null"} came back of {expected?.ToJsonString() ?? "null"}");
        foreach (var (inner, other) in Pairs(expected, found))
        {
            AssertSame(inner, other);
        }
    }

    private static IEnumerable<(JsonNode? Expected, JsonNode? Found)> Pairs(JsonNode? expected, JsonNode? found) =>
        (expected, found) switch
        {
            (JsonObject map, JsonObject other) => map.Select(member => (member.Value, other[member.Key])),
            (JsonArray list, JsonArray other) => list.Zip(other),
            _ => [],
        };
}
