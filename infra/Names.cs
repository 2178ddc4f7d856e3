namespace CallRecording.Infra;

/// <summary>The names that the user gave, which do not depend on the environment: one environment for each account and
/// region.</summary>
internal static class Names
{
    private const string Prefix = "dmg-inbound-callrecording";

    public const string Topic = $"{Prefix}-transcript";
    public const string Queue = $"{Prefix}-transcript-sqs-queue";
    public const string DeadLetterQueue = $"{Prefix}-transcript-sqs-dlq";
    public const string SettlementDeadLetterQueue = $"{Prefix}-settlement-sqs-dlq";
    public const string StateMachine = $"{Prefix}-workflow";
    public const string Api = $"{Prefix}-analytics-api";
    public const string Alarms = $"{Prefix}-alarms";
    public const string Dashboard = $"{Prefix}";

    public static string Function(string process) => $"{Prefix}-{process}";

    /// <summary>The name of something that has no name of the user's: <c>dmg-inbound-callrecording-…</c>.</summary>
    public static string Of(string thing) => $"{Prefix}-{thing}";
}
