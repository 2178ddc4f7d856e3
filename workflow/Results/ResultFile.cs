using System.Text.Json;
using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Results;

/// <summary>Opens a document that a job or this system wrote.</summary>
internal static class ResultFile
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="name">Of the document, as messages have it.</param>
    /// <exception cref="ResultsUnreadableException">It is empty, cut off, or no JSON object.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, string name, Func<JsonElement, T> read)
    {
        if (json.IsEmpty)
        {
            throw new ResultsUnreadableException($"The {name} is empty.");
        }

        try
        {
            var text = json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : throw new ResultsUnreadableException($"The {name} is no JSON object.");
        }
        catch (JsonException notJson)
        {
            throw new ResultsUnreadableException(
                $"The {name} of {json.Length} bytes is no JSON, or cut off: line {notJson.LineNumber}, " +
                $"byte {notJson.BytePositionInLine}.",
                notJson);
        }
        catch (InvalidOperationException half)
        {
            // System.Text.Json's answer to bytes or escapes that are no Unicode text.
            throw new ResultsUnreadableException($"The {name} holds a string that is no text.", half);
        }
    }
}
