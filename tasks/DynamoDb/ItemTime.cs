using System.Globalization;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.DynamoDb;

/// <summary>Times in items: one spelling, always with milliseconds, because only then is the order of the text the
/// order in time.</summary>
internal static class ItemTime
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Milliseconds, CultureInfo.InvariantCulture);

    /// <summary>When the execution started.</summary>
    public static string Of(ExecutionReference execution) => Of(Parse(execution.StartTime));

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
