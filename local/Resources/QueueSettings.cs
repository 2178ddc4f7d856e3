using System.Globalization;
using Amazon.SQS;

namespace CallRecording.Local.Resources;

/// <summary>The queues' attributes, as in AWS but for the clock.</summary>
internal static class QueueSettings
{
    public const int VisibilityTimeoutSeconds = 360;
    public const int DelaySeconds = 30;
    public const int ReceiveWaitSeconds = 10;
    public const int MaxReceives = 10;

    private static readonly TimeSpan DeadLetterRetention = TimeSpan.FromDays(14);

    /// <param name="speed">How many times faster than in AWS a message becomes visible, 1 or more.</param>
    public static Dictionary<string, string> Calls(string deadLetterQueueArn, double speed) => new()
    {
        [QueueAttributeName.VisibilityTimeout] = Text((int)VisibilityTimeout(speed).TotalSeconds),
        [QueueAttributeName.DelaySeconds] = Text(Faster(DelaySeconds, speed)),
        [QueueAttributeName.ReceiveMessageWaitTimeSeconds] = Text(ReceiveWaitSeconds),
        [QueueAttributeName.RedrivePolicy] =
            $$"""{"deadLetterTargetArn":"{{deadLetterQueueArn}}","maxReceiveCount":{{MaxReceives}}}""",
    };

    public static TimeSpan VisibilityTimeout(double speed) =>
        TimeSpan.FromSeconds(Math.Max(1, Faster(VisibilityTimeoutSeconds, speed)));

    public static Dictionary<string, string> DeadLetters() => new()
    {
        [QueueAttributeName.MessageRetentionPeriod] = Text((int)DeadLetterRetention.TotalSeconds),
    };

    // SQS counts whole seconds: rounded up, but what is less than one second is none.
    private static int Faster(int seconds, double speed) => seconds < speed ? 0 : (int)Math.Ceiling(seconds / speed);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
