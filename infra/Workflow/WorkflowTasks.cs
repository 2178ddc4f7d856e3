using System.Globalization;
using CallRecording.Infra.Access;
using CallRecording.Infra.DataAutomation;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;

namespace CallRecording.Infra.Workflow;

/// <summary>The functions behind the Task states: what each is given and may do.</summary>
internal sealed class WorkflowTasks(
    StackSettings settings,
    FunctionArtifact artifact,
    CallStore store,
    EncryptionKey key,
    CallAutomation automation,
    Resource parent)
{
    // Below the TimeoutSeconds of their states, so that a slow function says so itself.
    private const int ShortSeconds = 50;
    private const int PersistSeconds = 280;

    public IReadOnlyDictionary<string, TaskFunction> ByState => byState ??= new Dictionary<string, TaskFunction>
    {
        ["InvokeDataAutomation"] = InvokeDataAutomation(),
        ["GetJobStatus"] = GetJobStatus(),
        ["PersistResults"] = PersistResults(),
        ["RecordFailure"] = RecordFailure(),
    };

    private Dictionary<string, TaskFunction>? byState;

    private TaskFunction InvokeDataAutomation()
    {
        var environment = JobEnvironment();
        environment.Add("S3_OUTPUT_BUCKET", store.Results.Bucket.Id);
        environment.Add("BEDROCK_PROJECT_ARN", automation.ProjectArn);
        environment.Add("BEDROCK_PROJECT_STAGE", CallAutomation.ProjectStage);
        environment.Add("BEDROCK_PROFILE_ARN", automation.ProfileArn);
        environment.Add("DYNAMODB_TABLE_NAME", store.Table.Name);
        if (key.DataArn is not null)
        {
            environment.Add("BEDROCK_KMS_KEY_ARN", key.DataArn);
        }

        return Task("transcription", new()
        {
            Settings = settings,
            Artifact = artifact,
            Key = key,
            Function = "InvokeDataAutomation",
            Description = "Checks a recording and submits it to Bedrock Data Automation.",
            TimeoutSeconds = ShortSeconds,
            Environment = environment,
            Permissions =
            [
                // Bedrock Data Automation reads the recording and writes its results with this role.
                .. RecordingAccess.All(settings),
                new("WriteResults", "s3:PutObject") { Resources = { AllResults() } },
                new("SubmitJobs", "bedrock:InvokeDataAutomationAsync")
                {
                    Resources = { automation.ProjectArn, automation.RoutedProfileArns },
                },
                Items("dynamodb:UpdateItem"),
            ],
        });
    }

    private TaskFunction GetJobStatus() => Task("status", new()
    {
        Settings = settings,
        Artifact = artifact,
        Key = key,
        Function = "GetJobStatus",
        Description = "Asks once how a job of Bedrock Data Automation is doing.",
        TimeoutSeconds = ShortSeconds,
        Environment = JobEnvironment(),
        Permissions = [new("AskForJobs", "bedrock:GetDataAutomationStatus") { Resources = { automation.JobArns } }],
    });

    private TaskFunction PersistResults() => Task("persistence", new()
    {
        Settings = settings,
        Artifact = artifact,
        Key = key,
        Function = "PersistResults",
        Description = "Reads a job's results, and writes results.json, the call's item and the index of its words.",
        TimeoutSeconds = PersistSeconds,
        // Results are read whole; more memory is more processor too.
        MemoryMb = 1024,
        Environment =
        {
            ["S3_OUTPUT_BUCKET"] = store.Results.Bucket.Id,
            ["DYNAMODB_TABLE_NAME"] = store.Table.Name,
            ["WORDS_TABLE_NAME"] = store.Words.Name,
            ["AUDIO_MINUTE_DOLLARS"] = settings.AudioMinuteDollars.ToString(CultureInfo.InvariantCulture),
            ["MAX_RESULT_BYTES"] = settings.MaxResultBytes.ToString(CultureInfo.InvariantCulture),
        },
        Permissions =
        [
            new("ReadAndWriteResults", "s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload")
            {
                Resources = { AllResults() },
            },
            // Without it S3 says of a missing file that access is denied.
            new("TellMissingResults", "s3:ListBucket") { Resources = { store.Results.Bucket.Arn } },
            new("ReadItemsAndWords", "dynamodb:GetItem") { Resources = { store.Table.Arn, store.Words.Arn } },
            Items("dynamodb:UpdateItem"),
            new("WriteWords", "dynamodb:PutItem", "dynamodb:BatchWriteItem") { Resources = { store.Words.Arn } },
        ],
    });

    private TaskFunction RecordFailure() => Task("failure", new()
    {
        Settings = settings,
        Artifact = artifact,
        Key = key,
        Function = "RecordFailure",
        Description = "Writes why a call failed, and throws, so that its execution fails; a redrive runs it again.",
        TimeoutSeconds = ShortSeconds,
        Environment = { ["DYNAMODB_TABLE_NAME"] = store.Table.Name },
        Permissions = [Items("dynamodb:GetItem", "dynamodb:UpdateItem")],
    });

    private TaskFunction Task(string process, TaskFunctionArgs args) => new(process, args, new() { Parent = parent });

    private InputMap<string> JobEnvironment()
    {
        var environment = new InputMap<string>();
        foreach (var (name, value) in settings.Polling.Environment)
        {
            environment.Add(name, value);
        }

        return environment;
    }

    private Output<string> AllResults() => Output.Format($"{store.Results.Bucket.Arn}/*");

    private Statement Items(params string[] actions) => new("Items", actions)
    {
        Resources = { store.Table.Arn },
    };
}
