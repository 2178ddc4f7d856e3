using System.Text.Json.Nodes;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Notifications;

namespace CallRecording.Workflow;

/// <summary>What a publisher says about one recording.</summary>
/// <param name="CallId">1 to 256 characters, none of them a control character, without blanks around them.</param>
/// <param name="Timestamp">When the call was recorded: UTC, whole seconds.</param>
/// <param name="Metadata">The publisher's own; null where there is none.</param>
public sealed record CallNotification(string CallId, S3Uri Audio, DateTimeOffset Timestamp, JsonObject? Metadata)
{
    /// <summary>When it was published, as its SNS envelope says; null without one. No part of what it says: the
    /// execution's input does not have it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Reads a message's body: an SNS envelope, or the notification itself.</summary>
    /// <exception cref="NotificationRejectedException">It can never become a call; the message says why.</exception>
    public static CallNotification Read(string sqsBody) => NotificationReader.Read(sqsBody);

    /// <summary>The call id of a message, also of one that is not valid, for display.</summary>
    /// <returns>Shortened where it is too long for one; null where there is none.</returns>
    public static string? FindCallId(string sqsBody) => CallIdReader.Find(sqsBody);

    /// <summary>What an execution that is started with it begins with.</summary>
    public Call ToCall() => new()
    {
        CallId = CallId,
        AudioS3Uri = Audio.ToString(),
        Timestamp = CallTimestamp.Format(Timestamp),
        Metadata = Metadata,
    };

    /// <summary>The execution's input: the same bytes for every delivery of the same notification, so that names and
    /// tokens made of it repeat.</summary>
    public string CanonicalJson() => Notifications.CanonicalJson.Of(this);
}
