using CallRecording.Emulators.Protocol;

namespace CallRecording.Local.Resources;

/// <summary>The user's names, for an environment called local.</summary>
internal static class ResourceNames
{
    public const string Region = EmulatedAccount.Region;

    public const string Account = EmulatedAccount.Id;

    public const string Topic = "dmg-inbound-callrecording-transcript";
    public const string Queue = "dmg-inbound-callrecording-transcript-sqs-queue";
    public const string DeadLetterQueue = "dmg-inbound-callrecording-transcript-sqs-dlq";
    public const string Table = "dmg-inbound-callrecording-local-call-recordings";
    public const string WordsTable = "dmg-inbound-callrecording-local-call-words";
    public const string RecordingsBucket = "dmg-inbound-callrecording-local-recordings";
    public const string OutputBucket = "dmg-inbound-callrecording-local-output";
    public const string StateMachine = "dmg-inbound-callrecording-workflow";

    public const string StarterFunction = "dmg-inbound-callrecording-starter";
    public const string TranscriptionFunction = "dmg-inbound-callrecording-transcription";
    public const string StatusFunction = "dmg-inbound-callrecording-status";
    public const string PersistenceFunction = "dmg-inbound-callrecording-persistence";
    public const string FailureFunction = "dmg-inbound-callrecording-failure";
    public const string SettlementFunction = "dmg-inbound-callrecording-settlement";
    public const string UploadsFunction = "dmg-inbound-callrecording-uploads";
    public const string RetrievalFunction = "dmg-inbound-callrecording-retrieval";

    public const string SweepRule = "dmg-inbound-callrecording-sweep";

    public const string StateMachineArn = $"arn:aws:states:{Region}:{Account}:stateMachine:{StateMachine}";
    public const string TopicArn = $"arn:aws:sns:{Region}:{Account}:{Topic}";
    public const string StateMachineRoleArn = $"arn:aws:iam::{Account}:role/{StateMachine}";
    public const string ProjectArn = $"arn:aws:bedrock:{Region}:{Account}:data-automation-project/call-recording";
    public const string ProfileArn =
        $"arn:aws:bedrock:{Region}:{Account}:data-automation-profile/us.data-automation-v1";

    public const string SweepRuleArn = $"arn:aws:events:{Region}:{Account}:rule/{SweepRule}";

    public static string FunctionArn(string function) => EmulatedAccount.FunctionArn(function);
}
