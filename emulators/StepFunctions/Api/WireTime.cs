using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>Times on the wire: seconds since 1970 with a fraction.</summary>
internal static class WireTime
{
    private const double MillisecondsPerSecond = 1_000;

    public static JsonNode ToWire(this DateTimeOffset time) => time.ToUnixTimeMilliseconds() / MillisecondsPerSecond;
}
