using System.Text.Json.Nodes;

namespace CallRecording.Tests.Http;

/// <summary>A request as it came over the wire.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json =>
        JsonNode.Parse(Body) ?? throw new InvalidOperationException($"{Method} {Path} carried null.");
}
