using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>Lambda answers with 6 MB at most. The body is JSON inside JSON: what is escaped in it is escaped twice, so
/// that a quote takes four bytes and a control character seven.</summary>
internal static class ResponseSize
{
    private const int MaxBytes = 6 * 1024 * 1024;

    /// <summary>For headers, message and token.</summary>
    private const int Envelope = 16 * 1024;

    /// <summary>As many items of the page as fit; the rest is for the next page. One always fits: it has 400 KB at
    /// most.</summary>
    public static CallPage Fit(CallPage page) => page.Cut(CountThatFits(page.Items));

    public static bool Fits(IReadOnlyList<JsonObject> items) => CountThatFits(items) == items.Count;

    /// <summary>How many of the first ones fit into an answer: one at least, where there is one.</summary>
    public static int CountThatFits(IReadOnlyList<JsonObject> items)
    {
        var bytes = Envelope;
        for (var count = 0; count < items.Count; count++)
        {
            bytes += BytesOf(items[count]);
            if (bytes > MaxBytes && count > 0)
            {
                return count;
            }
        }

        return items.Count;
    }

    // With the comma, as the Lambda serializer writes it.
    private static int BytesOf(JsonObject item) =>
        JsonEncodedText.Encode(ApiResponse.Text(item), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .EncodedUtf8Bytes.Length + 1;
}
