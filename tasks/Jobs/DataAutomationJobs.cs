using Amazon.BedrockDataAutomationRuntime;
using Amazon.BedrockDataAutomationRuntime.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tasks.Jobs;

/// <summary>Bedrock Data Automation's jobs.</summary>
internal sealed class DataAutomationJobs(IAmazonBedrockDataAutomationRuntime bda)
{
    /// <summary>Submits one job. The same token and request, however often, is one job.</summary>
    /// <returns>The job's invocation ARN.</returns>
    /// <exception cref="JobRejectedException">The service refused the request itself.</exception>
    public async Task<string> SubmitAsync(
        S3Uri audio, S3Uri output, string clientToken, BdaProject project, CancellationToken cancellationToken)
    {
        var request = new InvokeDataAutomationAsyncRequest
        {
            ClientToken = clientToken,
            InputConfiguration = new InputConfiguration { S3Uri = audio.ToString() },
            // Without a slash at its end: the service adds one, and two of them make another key.
            OutputConfiguration = new OutputConfiguration { S3Uri = output.ToString() },
            DataAutomationConfiguration = new DataAutomationConfiguration
            {
                DataAutomationProjectArn = project.ProjectArn,
                Stage = DataAutomationStage.FindValue(project.Stage),
            },
            DataAutomationProfileArn = project.ProfileArn,
            EncryptionConfiguration = project.KeyArn is null
                ? null
                : new EncryptionConfiguration { KmsKeyId = project.KeyArn },
        };
        try
        {
            var answer = await ServiceErrors.TranslateAsync(
                $"InvokeDataAutomationAsync {audio}",
                () => bda.InvokeDataAutomationAsyncAsync(request, cancellationToken));
            return answer.InvocationArn;
        }
        catch (ValidationException refusal)
        {
            throw new JobRejectedException($"Bedrock Data Automation refused {audio}: {refusal.Message}", refusal);
        }
    }

    public async Task<JobStatusAnswer> AskAsync(string invocationArn, CancellationToken cancellationToken)
    {
        var request = new GetDataAutomationStatusRequest { InvocationArn = invocationArn };
        var answer = await ServiceErrors.TranslateAsync(
            $"GetDataAutomationStatus {invocationArn}",
            () => bda.GetDataAutomationStatusAsync(request, cancellationToken));
        return new JobStatusAnswer(
            answer.Status?.Value ?? string.Empty,
            answer.ErrorType,
            answer.ErrorMessage,
            answer.OutputConfiguration?.S3Uri,
            answer.JobDurationInSeconds);
    }
}
