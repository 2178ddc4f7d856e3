using Amazon.BedrockDataAutomationRuntime;
using Amazon.Lambda.Core;
using CallRecording.Tasks.Jobs;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tasks;

/// <summary>Asks once how the job is doing, and says what that means for the call.</summary>
internal sealed class GetJobStatus(DataAutomationJobs jobs, PollPolicy policy)
{
    public static GetJobStatus Create(SettingsReader settings) =>
        new(new DataAutomationJobs(new AmazonBedrockDataAutomationRuntimeClient()), PollSettings.Read(settings));

    public async Task<Call> HandleAsync(JobSubmitted submitted, ILambdaContext context)
    {
        var call = submitted.Call;
        var job = call.Job ?? throw new InvalidOperationException(
            $"Call {call.CallId} has no job: GetJobStatus comes after InvokeDataAutomation.");
        var answer = await jobs.AskAsync(job.InvocationArn, CancellationToken.None);
        var next = policy.After(job, answer);
        LogAnswer(context.Logger, call, next);
        return call with { Job = next };
    }

    private static void LogAnswer(ILambdaLogger logger, Call call, Job job) =>
        logger.LogInformation(
            "Call {CallId}: {InvocationArn} is {Status}, so {Outcome}, after {WaitedSeconds} s of waiting; "
            + "the job took {JobDurationInSeconds} s",
            call.CallId,
            job.InvocationArn,
            job.Status,
            job.Outcome,
            job.WaitedSeconds,
            job.JobDurationInSeconds ?? 0);
}
