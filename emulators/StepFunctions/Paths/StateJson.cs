using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>State data as JSON text, and back.</summary>
internal static class StateJson
{
    /// <summary>AWS's limit for every input, output and result: 256 KiB of UTF-8.</summary>
    public const int MaxBytes = 262_144;

    private const int MaxDepth = 200;

    private static readonly JsonDocumentOptions Reading =
        new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    // Sizes are counted on this text: no escapes that JSON does not ask for.
    private static readonly JsonSerializerOptions Writing =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth + 10 };

    /// <exception cref="JsonException">The text is no JSON document.</exception>
    public static JsonNode? Parse(string json) => JsonNode.Parse(json, null, Reading);

    /// <exception cref="JsonException">The bytes are no JSON document.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json) => JsonNode.Parse(json, null, Reading);

    public static string Write(JsonNode? node) => node?.ToJsonString(Writing) ?? "null";

    /// <param name="node">A number, parsed or made.</param>
    public static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    public static bool IsTooLarge(string json) =>
        json.Length > MaxBytes || Encoding.UTF8.GetByteCount(json) > MaxBytes;
}
