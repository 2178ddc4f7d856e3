using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallRecording.Tasks.Api;

namespace CallRecording.Tasks.Uploads;

/// <summary>The parts of API Gateway's REST proxy event (payload 1.0) that uploads read: unlike questions they have a
/// body.</summary>
internal sealed record UploadsRequest
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // Duplicate members are ambiguous: the last one would silently count.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    [JsonPropertyName("httpMethod")]
    public string? HttpMethod { get; init; }

    [JsonPropertyName("resource")]
    public string? Resource { get; init; }

    /// <summary>By name, in whatever case the client wrote it.</summary>
    [JsonPropertyName("headers")]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    [JsonPropertyName("isBase64Encoded")]
    public bool IsBase64Encoded { get; init; }

    /// <summary>False for what a page of another origin could send without asking first.</summary>
    [JsonIgnore]
    public bool IsJson => string.Equals(
        Header("Content-Type")?.Split(';')[0].Trim(), "application/json", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where there is no such header.</returns>
    public string? Header(string name) => Headers?
        .FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The body, which is a JSON object with no members but these.</summary>
    /// <param name="maxBytes">How large it may be.</param>
    /// <exception cref="ApiProblemException">It is something else; the message says what.</exception>
    public JsonDocument Json(int maxBytes, params ReadOnlySpan<string> members)
    {
        var text = Text(maxBytes);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Once);
        }
        catch (JsonException problem)
        {
            throw Problem($"The body is not JSON: {problem.Message}");
        }

        if (document.RootElement.ValueKind is not JsonValueKind.Object)
        {
            throw Problem($"The body is of kind {document.RootElement.ValueKind}, expected a JSON object.");
        }

        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (!members.Contains(member.Name))
            {
                throw Problem(
                    $"'{QuotedInput.Of(member.Name)}' is not a member here; there are {string.Join(", ", members)}.");
            }
        }

        return document;
    }

    private string Text(int maxBytes)
    {
        if (string.IsNullOrEmpty(Body))
        {
            throw Problem("There is no body, expected a JSON object.");
        }

        // Before it is decoded: nothing larger is held twice.
        if (Encoding.UTF8.GetByteCount(Body) is var bytes && bytes > maxBytes)
        {
            throw new ApiProblemException(413, $"The body has {bytes} bytes, expected at most {maxBytes}.");
        }

        try
        {
            return IsBase64Encoded ? Strict.GetString(Convert.FromBase64String(Body)) : Body;
        }
        catch (Exception problem) when (problem is FormatException or DecoderFallbackException)
        {
            throw Problem("The body is not UTF-8 text.");
        }
    }

    private static ApiProblemException Problem(string message) => new(400, message);
}
