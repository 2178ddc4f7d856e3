using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>Sums of the calls of one day.</summary>
internal sealed class DaySums
{
    private readonly SortedDictionary<string, int> statuses = new(StringComparer.Ordinal)
    {
        [CallStatus.InProgress] = 0,
        [CallStatus.Success] = 0,
        [CallStatus.Failed] = 0,
    };

    private decimal audioSeconds;
    private decimal costDollars;

    public void Add(CountedCall call)
    {
        statuses[call.Status] = statuses.GetValueOrDefault(call.Status) + 1;
        audioSeconds += call.DurationSeconds ?? 0;
        costDollars += call.CostDollars ?? 0;
    }

    public JsonObject ToJson(string date) => new()
    {
        ["date"] = date,
        ["statuses"] = new JsonObject(
            statuses.Select(status => KeyValuePair.Create(status.Key, (JsonNode?)status.Value))),
        ["audio_seconds"] = audioSeconds,
        ["cost_dollars"] = costDollars,
    };
}
