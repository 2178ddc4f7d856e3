using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Tasks.Uploads;

/// <summary>A validated request to upload a file that can become a call.</summary>
/// <param name="Extension">Of the file, in lower case and without its dot.</param>
internal sealed record AnnouncedUpload(CallNotification Notification, string Extension, long SizeBytes)
{
    /// <summary>What a notification may hold, its metadata escaped, and a little more.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    private const int MaxNameCharacters = 255;

    /// <summary>Leaves a call id made of it room for the time.</summary>
    private const int MaxStemCharacters = 200;

    private const int MaxTokenCharacters = 64;
    private const int DigestCharacters = 16;
    private const int CallIdDigestCharacters = 8;

    /// <param name="newToken">Tells uploads apart whose announcements have no token of their own.</param>
    /// <exception cref="ApiProblemException">It can never become a call; the message says why.</exception>
    public static AnnouncedUpload Read(
        UploadsRequest request, string bucket, DateTimeOffset now, Func<string> newToken)
    {
        try
        {
            using var body = request.Json(
                MaxBodyBytes, "file_name", "size_bytes", "call_id", "timestamp", "metadata", "client_token");
            return Read(body.RootElement, bucket, now, newToken);
        }
        catch (NotificationRejectedException rejection)
        {
            throw Problem(InOurWords(rejection.Message));
        }
        catch (AudioRejectedException rejection)
        {
            throw Problem(rejection.Message);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's answer to an escaped half of a surrogate pair, in a name or in a value.
            throw Problem("The body holds half of a UTF-16 pair, which is no text.");
        }
    }

    private static AnnouncedUpload Read(
        JsonElement body, string bucket, DateTimeOffset now, Func<string> newToken)
    {
        var (name, size) = (FileName(body), Size(body));
        var extension = AudioFormat.Check(name, size);
        var moment = Moment(body) ?? now;
        var token = ClientToken(body) ?? newToken();
        var callId = Text(body, "call_id")?.Trim() ?? CallIdOf(name, moment, token);
        var notification = new JsonObject
        {
            ["callId"] = callId,
            ["audioS3Uri"] = $"s3://{bucket}/{KeyOf(callId, moment, name, size, token)}.{extension}",
            ["timestamp"] = CallTimestamp.Format(moment),
        };
        if (body.TryGetProperty("metadata", out var metadata))
        {
            notification["metadata"] = JsonNode.Parse(metadata.GetRawText());
        }

        return new AnnouncedUpload(CallNotification.Read(notification.ToJsonString()), extension, size);
    }

    private static string FileName(JsonElement body)
    {
        var name = Text(body, "file_name") ?? throw Problem("file_name is missing, expected a file's name.");
        if (name.Length is 0 or > MaxNameCharacters)
        {
            throw Problem($"file_name has {name.Length} characters, expected 1 to {MaxNameCharacters}.");
        }

        return name.Any(c => char.IsControl(c) || c is '/' or '\\')
            ? throw Problem("file_name holds a slash or a control character, expected a name without its folders.")
            : name;
    }

    private static long Size(JsonElement body)
    {
        if (!body.TryGetProperty("size_bytes", out var size))
        {
            throw Problem("size_bytes is missing, expected the file's size.");
        }

        return size.ValueKind is JsonValueKind.Number && size.TryGetInt64(out var bytes)
            ? bytes
            : throw Problem(
                $"size_bytes is {QuotedInput.Of(size.GetRawText())}, expected a whole number of bytes.");
    }

    private static DateTimeOffset? Moment(JsonElement body)
    {
        if (Text(body, "timestamp") is not { } text)
        {
            return null;
        }

        return CallTimestamp.TryParse(text, out var moment, out var problem)
            ? moment
            : throw Problem($"timestamp is unusable: {problem}");
    }

    private static string? ClientToken(JsonElement body)
    {
        var token = Text(body, "client_token");
        return token is null
            || (token.Length is > 0 and <= MaxTokenCharacters
                && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
                ? token
                : throw Problem(
                    $"client_token is not 1 to {MaxTokenCharacters} letters, digits and hyphens; "
                    + "it tells this upload from all others, and is repeated when it is announced again.");
    }

    /// <returns>Null where it is left out or null.</returns>
    private static string? Text(JsonElement body, string member) =>
        !body.TryGetProperty(member, out var value) || value.ValueKind is JsonValueKind.Null ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : throw Problem($"{member} is of kind {value.ValueKind}, expected a text.");

    /// <summary>Files of one name that are uploaded in one second are two calls.</summary>
    private static string CallIdOf(string fileName, DateTimeOffset moment, string token)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName).Trim();
        var cut = stem.Length > MaxStemCharacters ? stem[..MaxStemCharacters] : stem;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{cut}-{moment.UtcDateTime:yyyyMMdd-HHmmss}-{Digest(token)[..CallIdDigestCharacters]}");
    }

    /// <summary>The same for a repeat of the same upload, and for no other: nothing is written over what another file
    /// became.</summary>
    private static string KeyOf(string callId, DateTimeOffset moment, string name, long size, string token)
    {
        var same = string.Create(
            CultureInfo.InvariantCulture, $"{callId}\n{moment.ToUnixTimeSeconds()}\n{name}\n{size}\n{token}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"uploads/{moment.UtcDateTime:yyyy/MM/dd}/{CallKey.Of(callId)}/{Digest(same)[..DigestCharacters]}");
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // A notification's callId is call_id here.
    private static string InOurWords(string message) =>
        message.StartsWith("callId ", StringComparison.Ordinal) ? "call_id " + message["callId ".Length..] : message;

    private static ApiProblemException Problem(string message) => new(400, message);
}
