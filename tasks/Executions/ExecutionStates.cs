using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Executions;

/// <summary>How executions are doing.</summary>
internal sealed class ExecutionStates(IAmazonStepFunctions stepFunctions)
{
    /// <returns>Null when there is no such execution, or no longer.</returns>
    public async Task<ExecutionDescription?> FindAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new DescribeExecutionRequest { ExecutionArn = arn };
        try
        {
            var answer = await ServiceErrors.TranslateAsync(
                $"DescribeExecution {arn}", () => stepFunctions.DescribeExecutionAsync(request, cancellationToken));
            return new ExecutionDescription(
                new ExecutionReference(arn, ItemTime.Of(Utc(answer.StartDate ?? DateTime.UnixEpoch))),
                answer.Status?.Value ?? string.Empty,
                answer.StopDate is { } stopped ? Utc(stopped) : null,
                answer.Input,
                answer.Error,
                answer.Cause,
                answer.RedriveStatus == ExecutionRedriveStatus.NOT_REDRIVABLE
                    ? answer.RedriveStatusReason ?? answer.RedriveStatus.Value
                    : null);
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    private static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime());
}
