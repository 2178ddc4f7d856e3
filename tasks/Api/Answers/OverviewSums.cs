using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>Sums of calls, made so that those of two pages can be added.</summary>
/// <param name="utcOffset">Days begin at midnight there.</param>
internal sealed class OverviewSums(TimeSpan utcOffset)
{
    private static readonly int[] BucketSeconds = [30, 60, 120, 300, 600, 1800, 3600];

    private readonly SortedDictionary<string, DaySums> days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> categories = new(StringComparer.Ordinal);
    private readonly int[] buckets = new int[BucketSeconds.Length + 1];
    private decimal processingSeconds;
    private int calls;

    public void Add(CountedCall call)
    {
        calls++;
        var date = (DateTimeOffset.FromUnixTimeSeconds(call.EpochSeconds).UtcDateTime + utcOffset)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!days.TryGetValue(date, out var day))
        {
            days[date] = day = new DaySums();
        }

        day.Add(call);
        foreach (var category in (call.Categories ?? []).Distinct(StringComparer.Ordinal))
        {
            categories[category] = categories.GetValueOrDefault(category) + 1;
        }

        // Of a call that is processed once more the time is the attempt's before.
        if (call.ProcessingSeconds is { } seconds && call.Status == CallStatus.Success)
        {
            processingSeconds += seconds;
            var bucket = Array.FindIndex(BucketSeconds, max => seconds <= max);
            buckets[bucket < 0 ? BucketSeconds.Length : bucket]++;
        }
    }

    public JsonObject ToJson() => new()
    {
        ["message"] = "Calls summed up",
        ["count"] = calls,
        ["days"] = new JsonArray([.. days.Select(day => day.Value.ToJson(day.Key))]),
        ["categories"] = new JsonArray([.. categories
            .OrderByDescending(category => category.Value)
            .ThenBy(category => category.Key, StringComparer.Ordinal)
            .Select(category => new JsonObject { ["category"] = category.Key, ["count"] = category.Value })]),
        ["processing"] = new JsonObject
        {
            ["count"] = buckets.Sum(),
            ["total_seconds"] = processingSeconds,
            ["buckets"] = new JsonArray([.. buckets.Select((count, index) => new JsonObject
            {
                ["up_to_seconds"] = index < BucketSeconds.Length ? BucketSeconds[index] : null,
                ["count"] = count,
            })]),
        },
    };
}
