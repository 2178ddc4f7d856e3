using CallRecording.Emulators.Lambda;
using CallRecording.Local.Web;
using CallRecording.Operations.Targets;
using CallRecording.Tasks;

namespace CallRecording.Local.Resources;

/// <summary>The eight functions of the stack, as <c>infra</c> deploys them.</summary>
internal static class StackFunctions
{
    private const int MemoryMb = 512;

    // Starting a process costs a core a second or more: on a small machine a few of them, busy, are faster than many.
    private static readonly int MaxConcurrency = Math.Clamp(2 * Environment.ProcessorCount, 4, 10);

    // Process start-up on a busy machine takes longer than on Lambda; the timeouts of the definition are above these.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(280);
    private static readonly TimeSpan Sweeping = TimeSpan.FromSeconds(240);

    public static IReadOnlyList<FunctionDefinition> All(LocalAddresses addresses, string tokenKey)
    {
        var endpoints = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = addresses.DynamoDb.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_S3"] = addresses.Messaging.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_SNS"] = addresses.Messaging.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_SFN"] = addresses.StepFunctions.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_BEDROCK_DATA_AUTOMATION_RUNTIME"] = addresses.Bda.GetLeftPart(UriPartial.Authority),
            ["DYNAMODB_TABLE_NAME"] = ResourceNames.Table,
            ["WORDS_TABLE_NAME"] = ResourceNames.WordsTable,
            ["S3_OUTPUT_BUCKET"] = ResourceNames.OutputBucket,
            ["BEDROCK_PROJECT_ARN"] = ResourceNames.ProjectArn,
            ["BEDROCK_PROFILE_ARN"] = ResourceNames.ProfileArn,
            ["STATE_MACHINE_ARN"] = ResourceNames.StateMachineArn,
            ["TOPIC_ARN"] = ResourceNames.TopicArn,
            ["UPLOADS_BUCKET"] = ResourceNames.RecordingsBucket,
            ["UPLOADS_ADDRESS"] = UploadProxy.Path,
            ["PAGE_TOKEN_KEY"] = tokenKey,
            ["ALLOWED_ORIGINS"] = addresses.Web.GetLeftPart(UriPartial.Authority),
        };
        FunctionDefinition Function(string name, string handler, TimeSpan timeout) =>
            new(name, handler, timeout, MemoryMb, MaxConcurrency, endpoints);

        return
        [
            Function(ResourceNames.StarterFunction, Functions.Starter, Short),
            Function(ResourceNames.TranscriptionFunction, nameof(InvokeDataAutomation), Short),
            Function(ResourceNames.StatusFunction, nameof(GetJobStatus), Short),
            Function(ResourceNames.PersistenceFunction, nameof(PersistResults), Long),
            Function(ResourceNames.FailureFunction, nameof(RecordFailure), Short),
            Function(ResourceNames.SettlementFunction, Functions.Settlement, Sweeping),
            Function(ResourceNames.UploadsFunction, Functions.Uploads, Short),
            Function(ResourceNames.RetrievalFunction, Functions.Retrieval, Short),
        ];
    }

    /// <summary>What stands for the definition's <c>${...}</c>.</summary>
    public static IReadOnlyDictionary<string, string> Substitutions => new Dictionary<string, string>
    {
        [$"{nameof(InvokeDataAutomation)}FunctionArn"] = ResourceNames.FunctionArn(ResourceNames.TranscriptionFunction),
        [$"{nameof(GetJobStatus)}FunctionArn"] = ResourceNames.FunctionArn(ResourceNames.StatusFunction),
        [$"{nameof(PersistResults)}FunctionArn"] = ResourceNames.FunctionArn(ResourceNames.PersistenceFunction),
        [$"{nameof(RecordFailure)}FunctionArn"] = ResourceNames.FunctionArn(ResourceNames.FailureFunction),
    };
}
