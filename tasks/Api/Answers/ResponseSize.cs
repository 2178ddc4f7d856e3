using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>Lambda answers with 6 MB at most. The body is JSON inside JSON: what is escaped in it is escaped twice, so
/// that a quote takes four bytes and a control character seven.</summary>
internal sealed class ResponseSize
{
    private const int MaxBytes = 6 * 1024 * 1024;

    /// <summary>For headers, message and token.</summary>
    private const int Envelope = 16 * 1024;

    private int bytes = Envelope;
    private bool isEmpty = true;

    /// <summary>As many items of the page as fit; the rest is for the next page.</summary>
    public static CallPage Fit(CallPage page) => page.Cut(CountThatFits(page.Items));

    /// <summary>How many of the first ones fit into an answer: one at least, where there is one.</summary>
    public static int CountThatFits(IReadOnlyList<JsonObject> items)
    {
        var size = new ResponseSize();
        return items.TakeWhile(size.TryAdd).Count();
    }

    /// <summary>Counts one more item where it fits. The first one always does: it has 400 KB at most.</summary>
    public bool TryAdd(JsonObject item)
    {
        var larger = bytes + BytesOf(item);
        if (larger > MaxBytes && !isEmpty)
        {
            return false;
        }

        (bytes, isEmpty) = (larger, false);
        return true;
    }

    // With the comma, as the Lambda serializer writes it.
    private static int BytesOf(JsonObject item) =>
        JsonEncodedText.Encode(ApiResponse.Text(item), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .EncodedUtf8Bytes.Length + 1;
}
