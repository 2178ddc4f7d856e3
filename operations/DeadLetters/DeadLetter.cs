using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Operations.Targets;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Operations.DeadLetters;

/// <summary>A message that the starter gave back too often.</summary>
/// <param name="CallId">Null where none can be read.</param>
/// <param name="Reason">Why it is here, as far as the message itself says, and without its words.</param>
internal sealed record DeadLetter(Message Message, string? CallId, bool CanBecomeACall, string Reason)
{
    public static DeadLetter Of(Message message)
    {
        var body = message.Body ?? string.Empty;
        try
        {
            return new DeadLetter(
                message,
                CallNotification.Read(body).CallId,
                CanBecomeACall: true,
                $"could not be started: the log of {StackNames.StarterFunction} says why");
        }
        catch (NotificationRejectedException rejection)
        {
            return new DeadLetter(
                message, CallNotification.FindCallId(body), CanBecomeACall: false, rejection.Message);
        }
    }

    /// <summary>For display.</summary>
    public string ToLine() => $"{SentAt}  {Message.MessageId}  {CallId ?? "no call id"}: {Reason}";

    public string ToText(DeadLetterFormat format) => format switch
    {
        DeadLetterFormat.Json => ToJson(withBody: false).ToJsonString(),
        DeadLetterFormat.JsonWithBody => ToJson(withBody: true).ToJsonString(),
        _ => ToLine(),
    };

    private JsonObject ToJson(bool withBody)
    {
        var json = new JsonObject
        {
            ["messageId"] = Message.MessageId,
            ["sentAt"] = SentAt,
            ["callId"] = CallId,
            ["reason"] = Reason,
        };
        if (withBody)
        {
            json["body"] = Message.Body;
        }

        return json;
    }

    private string SentAt => DateTimeOffset
        .FromUnixTimeMilliseconds(long.Parse(
            Message.Attributes.GetValueOrDefault(MessageSystemAttributeName.SentTimestamp, "0"),
            CultureInfo.InvariantCulture))
        .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
