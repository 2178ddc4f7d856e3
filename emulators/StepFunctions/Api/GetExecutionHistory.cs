using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>The events of an execution, in order or backwards.</summary>
internal sealed class GetExecutionHistory(MachineIdentity machine, ExecutionStore store)
{
    private static readonly string[] ExecutionData =
        ["input", "inputDetails", "output", "outputDetails", "parameters"];

    public JsonObject Answer(InputReader members)
    {
        var arn = members.Arn("executionArn");
        var newestFirst = members.Flag("reverseOrder") ?? false;
        var withData = members.Flag("includeExecutionData") ?? true;
        var size = members.PageSize();
        var execution = Arns.ExecutionName(arn, machine) is { } name ? store.Find(name) : null;
        if (execution is null)
        {
            throw Arns.NoExecution(arn);
        }

        var listing = $"GetExecutionHistory {execution.Name} {newestFirst}";
        var after = NextToken.Read(members.Text("nextToken"), listing) ?? (newestFirst ? long.MaxValue : 0);
        // One more than asked for says whether there is a next page.
        var found = store.Events(execution.Sequence, newestFirst, after, size + 1);
        var answer = new JsonObject
        {
            ["events"] = new JsonArray([.. found.Take(size).Select(entry => ToWire(entry, withData))]),
        };
        if (found.Count > size)
        {
            answer["nextToken"] = NextToken.Write(listing, found[size - 1].Id);
        }

        return answer;
    }

    private static JsonObject ToWire(HistoryEvent entry, bool withData)
    {
        var json = new JsonObject
        {
            ["timestamp"] = entry.At.ToWire(),
            ["type"] = entry.Type,
            ["id"] = entry.Id,
            ["previousEventId"] = entry.PreviousId,
        };
        foreach (var (name, details) in entry.Details)
        {
            json[name] = Keep(details?.DeepClone(), withData);
        }

        return json;
    }

    private static JsonNode? Keep(JsonNode? details, bool withData)
    {
        if (!withData && details is JsonObject json)
        {
            foreach (var name in ExecutionData)
            {
                json.Remove(name);
            }
        }

        return details;
    }
}
