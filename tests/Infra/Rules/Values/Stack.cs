using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>The names that resources of a stack have, and references to them.</summary>
internal static class Stack
{
    public const string Prefix = "dmg-inbound-callrecording-";
    public const string Queue = Prefix + "transcript-sqs-queue";
    public const string DeadLetters = Prefix + "transcript-sqs-dlq";
    public const string SettlementDeadLetters = Prefix + "settlement-sqs-dlq";
    public const string Topic = Prefix + "transcript";
    public const string Alarms = Prefix + "alarms";
    public const string Machine = Prefix + "workflow";
    public const string Api = Prefix + "analytics-api";

    public static string Of(RecordedProgram program, string what) =>
        $"{program.Settings.Project}-{program.Settings.Environment}-{what}";

    public static string Uploads(RecordedProgram program) => Of(program, $"{program.Settings.AccountId}-uploads");

    /// <summary>What stands for an output of the resource that is registered so; a text that nothing is where there is
    /// none.</summary>
    public static string Reference(RecordedProgram program, string type, string name, string output) =>
        program.Of(type).SingleOrDefault(one => one.Name == name) is { } found
            ? Graph.Reference(found, output)
            : $"(no {type} {name})";

    public static string Key(RecordedProgram program) =>
        program.Of("aws:kms/key:Key").FirstOrDefault(one => one.Name == Prefix + "key") is { } key
            ? Graph.Reference(key, "arn")
            : "(no key)";
}
