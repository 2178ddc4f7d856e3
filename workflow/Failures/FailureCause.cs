using System.Text;
using System.Text.Json;

namespace CallRecording.Workflow.Failures;

/// <summary>The readable part of a cause: of a function's exception the messages, outermost first.</summary>
internal static class FailureCause
{
    /// <summary>Past these, inner exceptions only repeat each other.</summary>
    private const int MaxMessages = 5;

    /// <returns>Null where the cause says nothing.</returns>
    public static string? Text(string? cause)
    {
        if (string.IsNullOrWhiteSpace(cause))
        {
            return null;
        }

        var messages = Messages(cause);
        var text = messages.Count > 0 ? string.Join(" Caused by: ", messages) : BeforeStackTrace(cause);
        return WithoutFrames(text) is { Length: > 0 } readable ? readable : null;
    }

    // Token by token, because Step Functions cuts long causes off: what stands before the cut still counts.
    private static List<string> Messages(string cause)
    {
        var messages = new List<string>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(cause), isFinalBlock: false, state: default);
        try
        {
            while (messages.Count < MaxMessages && json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("errorMessage"))
                {
                    continue;
                }

                if (!json.Read() || json.TokenType != JsonTokenType.String)
                {
                    continue;
                }

                var message = json.GetString()!; // a string has a text
                if (!string.IsNullOrWhiteSpace(message) && !messages.Contains(message))
                {
                    messages.Add(message);
                }
            }
        }
        catch (JsonException)
        {
            // Text, not JSON: shown as it stands.
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a message: shown as it stands.
        }

        return messages;
    }

    private static string BeforeStackTrace(string cause)
    {
        var stackTrace = cause.IndexOf("\"stackTrace\"", StringComparison.Ordinal);
        return stackTrace < 0 ? cause : cause[..stackTrace];
    }

    private static string WithoutFrames(string text) => string.Join(
        ' ',
        text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !IsFrame(line)));

    private static bool IsFrame(string line) =>
        line.StartsWith("--- End of ", StringComparison.Ordinal)
        || (line.StartsWith("at ", StringComparison.Ordinal) && line.Contains('(', StringComparison.Ordinal));
}
