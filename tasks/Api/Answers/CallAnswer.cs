using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>The user's response format: message, count, items, and nextToken while there is more.</summary>
internal static class CallAnswer
{
    public static ApiResponse Of(CallPage page, string? nextToken)
    {
        var body = new JsonObject
        {
            ["message"] = "Call recording analytics retrieved successfully",
            ["count"] = page.Items.Count,
            ["items"] = new JsonArray([.. page.Items]),
        };
        if (nextToken is not null)
        {
            body["nextToken"] = nextToken;
        }

        return ApiResponse.Of(200, body);
    }
}
