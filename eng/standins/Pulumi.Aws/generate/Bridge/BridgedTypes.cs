using System.Text.Json;

namespace CallRecording.Standins.PulumiAws.Bridge;

internal static class BridgedTypes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<BridgedType> Parse(string json) =>
        JsonSerializer.Deserialize<IReadOnlyList<BridgedType>>(json, Options)
        ?? throw new JsonException("The types are null.");
}
