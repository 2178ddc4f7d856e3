using Amazon.BedrockDataAutomationRuntime;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.S3;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Jobs;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Tasks;

/// <summary>Checks the audio, marks the call IN_PROGRESS and submits one job for it.</summary>
internal sealed class InvokeDataAutomation(
    RecordingStore recordings,
    CallItems items,
    DataAutomationJobs jobs,
    BdaProject project,
    string outputBucket,
    PollPolicy policy,
    TimeProvider time)
{
    public static InvokeDataAutomation Create(SettingsReader settings) => new(
        new RecordingStore(new AmazonS3Client()),
        new CallItems(new AmazonDynamoDBClient(), settings.Text("DYNAMODB_TABLE_NAME"), TimeProvider.System),
        new DataAutomationJobs(new AmazonBedrockDataAutomationRuntimeClient()),
        BdaProject.Read(settings),
        settings.Text("S3_OUTPUT_BUCKET"),
        PollSettings.Read(settings),
        TimeProvider.System);

    public async Task<Call> HandleAsync(CallReceived received, ILambdaContext context)
    {
        var (call, execution) = (received.Call, received.Execution);
        var audio = AudioOf(call);
        var recording = await recordings.FindAsync(audio, CancellationToken.None);
        var extension = AudioFormat.Check(audio, recording.SizeBytes);

        var output = new S3Uri(outputBucket, $"{CallKey.Of(call.CallId)}/{execution.Name}");
        await items.BeginAsync(call, execution, recording, output.ToString(), CancellationToken.None);

        var token = ClientToken.For(
            execution.Name, call.Job, $"{audio}\n{recording.ETag}\n{output}\n{project}");
        var invocationArn = await jobs.SubmitAsync(audio, output, token, project, CancellationToken.None);
        var job = policy.Submitted(invocationArn, time.GetUtcNow(), recording.SizeBytes, extension, call.Job);
        LogSubmitted(context.Logger, call, job, recording);
        var submitted = call with { Job = job };
        // False when another execution owns the item by now: then this step is not recorded.
        _ = await items.TryProceedAsync(submitted, execution, CallStep.WaitForJob, CancellationToken.None);
        return submitted;
    }

    private static S3Uri AudioOf(Call call)
    {
        if (!S3Uri.TryParse(call.AudioS3Uri, out var audio, out var problem))
        {
            throw new AudioRejectedException($"audioS3Uri: {problem}");
        }

        return JobLocation.Problem(audio) is { } refusal ? throw new AudioRejectedException(refusal) : audio;
    }

    private static void LogSubmitted(ILambdaLogger logger, Call call, Job job, RecordingFacts recording) =>
        logger.LogInformation(
            "Call {CallId}: submission {Submissions} of {SizeBytes} bytes is {InvocationArn}, first asked in "
            + "{WaitSeconds} s",
            call.CallId,
            job.Submissions,
            recording.SizeBytes,
            job.InvocationArn,
            job.WaitSeconds);
}
