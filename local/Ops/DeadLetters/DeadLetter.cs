using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Local.Ops.DeadLetters;

/// <summary>A message that the starter gave back too often.</summary>
/// <param name="CallId">Null where it can never become a call.</param>
/// <param name="Reason">Why it is here, as far as the message itself says.</param>
internal sealed record DeadLetter(Message Message, string? CallId, string Reason)
{
    public bool CanBecomeACall => CallId is not null;

    public static DeadLetter Of(Message message)
    {
        try
        {
            var call = CallNotification.Read(message.Body ?? string.Empty);
            return new DeadLetter(
                message, call.CallId, $"could not be started: the log of {ResourceNames.StarterFunction} says why");
        }
        catch (NotificationRejectedException rejection)
        {
            return new DeadLetter(message, null, rejection.Message);
        }
    }

    /// <summary>For a person.</summary>
    public string ToLine() => $"{SentAt}  {Message.MessageId}  {CallId ?? "no call"}: {Reason}";

    public JsonObject ToJson() => new()
    {
        ["messageId"] = Message.MessageId,
        ["sentAt"] = SentAt,
        ["callId"] = CallId,
        ["reason"] = Reason,
        ["body"] = Message.Body,
    };

    private string SentAt => DateTimeOffset
        .FromUnixTimeMilliseconds(long.Parse(
            Message.Attributes.GetValueOrDefault(MessageSystemAttributeName.SentTimestamp, "0"),
            CultureInfo.InvariantCulture))
        .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
