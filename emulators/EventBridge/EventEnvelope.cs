using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.EventBridge;

/// <summary>An event as EventBridge hands it to a function.</summary>
internal static class EventEnvelope
{
    /// <param name="id">The same for every try to deliver the same event.</param>
    public static ReadOnlyMemory<byte> Of(
        string id, string source, string detailType, DateTimeOffset at, string resource, JsonObject detail) =>
        Encoding.UTF8.GetBytes(StateJson.Write(new JsonObject
        {
            ["version"] = "0",
            ["id"] = id,
            ["detail-type"] = detailType,
            ["source"] = source,
            ["account"] = EmulatedAccount.Id,
            ["time"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = EmulatedAccount.Region,
            ["resources"] = new JsonArray(resource),
            ["detail"] = detail,
        }));
}
