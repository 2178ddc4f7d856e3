using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

internal static class JsonMembers
{
    /// <summary>An object of what there is: no member is null.</summary>
    public static JsonObject Present(params IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        return json;
    }
}
