using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Api;

/// <summary>Calls as executions leave them in the table.</summary>
internal static class Recordings
{
    /// <summary>2024-01-01T00:00:00Z.</summary>
    public const long Start = 1704067200;

    public static async Task AddAsync(
        TestTable table, string callId, long epochSeconds, string transcript = "Hello.", string summary = "A greeting.")
    {
        var call = new Call
        {
            CallId = callId,
            AudioS3Uri = "s3://recordings/a.wav",
            Timestamp = CallTimestamp.Format(DateTimeOffset.FromUnixTimeSeconds(epochSeconds)),
        };
        var results = new Dictionary<string, AttributeValue>
        {
            ["transcript"] = new(transcript),
            ["call_summary"] = new(summary),
        };
        Assert.True(await table.Items(TimeProvider.System).TrySucceedAsync(
            call, TestCalls.Current, results, TestContext.Current.CancellationToken));
    }

    /// <summary>Calls 0, 1, 2 and so on, three in every second.</summary>
    public static async Task AddManyAsync(TestTable table, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await AddAsync(table, string.Create(CultureInfo.InvariantCulture, $"call-{number}"), Start + (number / 3));
        }
    }
}
