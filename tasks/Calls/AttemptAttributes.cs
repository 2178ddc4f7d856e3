using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Calls;

/// <summary>What an item says of one attempt at its call, and of no other: how long its parts took.</summary>
internal static class AttemptAttributes
{
    /// <summary>Every such attribute; an attempt that does not have one takes the one of the attempt before
    /// away.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CallAttributes.SubmittedAt, CallAttributes.JobSeconds, CallAttributes.StoredAt,
        CallAttributes.ProcessingSeconds, CallAttributes.CostDollars,
    ];

    /// <summary>What is known of the newest job.</summary>
    public static IReadOnlyDictionary<string, AttributeValue> Of(Job? job)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        if (job is not null && Known(job.SubmittedAt) is { } submitted)
        {
            attributes[CallAttributes.SubmittedAt] = new AttributeValue { S = ItemTime.Of(submitted) };
        }

        if (job?.JobDurationInSeconds is { } seconds)
        {
            attributes[CallAttributes.JobSeconds] = Number(seconds);
        }

        return attributes;
    }

    /// <summary>What is known once the results are stored.</summary>
    public static IReadOnlyDictionary<string, AttributeValue> Of(
        Job? job, ExecutionReference execution, DateTimeOffset stored)
    {
        var attributes = new Dictionary<string, AttributeValue>(Of(job), StringComparer.Ordinal)
        {
            [CallAttributes.StoredAt] = new() { S = ItemTime.Of(stored) },
        };
        if (Known(execution.StartTime) is { } started)
        {
            var seconds = Math.Round((decimal)(stored - started).TotalSeconds, 3);
            attributes[CallAttributes.ProcessingSeconds] = Number(Math.Max(0, seconds));
        }

        return attributes;
    }

    // ./run ops rebuild plays an execution that started, and a job that was submitted, before all others.
    private static DateTimeOffset? Known(string time) =>
        ItemTime.Parse(time) is var moment && moment > DateTimeOffset.UnixEpoch ? moment : null;

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
