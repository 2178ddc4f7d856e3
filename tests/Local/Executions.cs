using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;
using Microsoft.Data.Sqlite;

namespace CallRecording.Tests.Local;

/// <summary>Executions, as an operator sees them: through the service's own API.</summary>
internal static class Executions
{
    public static async Task<DescribeExecutionResponse> DescribeAsync(this RunningStack stack, string arn)
    {
        using var client = Client(stack);
        return await client.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = arn }, TestContext.Current.CancellationToken);
    }

    public static async Task StopAsync(this RunningStack stack, string arn, string error, string cause)
    {
        using var client = Client(stack);
        await client.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = arn, Error = error, Cause = cause },
            TestContext.Current.CancellationToken);
    }

    public static async Task RedriveAsync(this RunningStack stack, string arn)
    {
        using var client = Client(stack);
        await client.RedriveExecutionAsync(
            new RedriveExecutionRequest { ExecutionArn = arn }, TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(this RunningStack stack, string arn)
    {
        using var client = Client(stack);
        var answer = await client.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = 1000 },
            TestContext.Current.CancellationToken);
        return answer.Events;
    }

    public static async Task<IReadOnlyList<ExecutionListItem>> ExecutionsNamedAsync(
        this RunningStack stack, string prefix)
    {
        using var client = Client(stack);
        var answer = await client.ListExecutionsAsync(
            new ListExecutionsRequest
            {
                StateMachineArn = ResourceNames.StateMachineArn,
                MaxResults = 1000,
            },
            TestContext.Current.CancellationToken);
        Assert.Null(answer.NextToken);
        return [.. answer.Executions.Where(one => one.Name.StartsWith(prefix, StringComparison.Ordinal))];
    }

    /// <summary>Waits until every end without success is settled. An item deleted before that is made again.</summary>
    public static async Task EventsAreDeliveredAsync(this RunningStack stack)
    {
        var path = Path.Combine(stack.Folder, "stepfunctions.db");
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            async () =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT count(*) FROM status_change;";
                return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 0L;
            },
            "the events of ended executions are delivered");
    }

    public static IEnumerable<string> StatesEntered(this IEnumerable<HistoryEvent> history) =>
        history.Select(one => one.StateEnteredEventDetails?.Name).OfType<string>();

    private static AmazonStepFunctionsClient Client(RunningStack stack) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonStepFunctionsConfig
        {
            ServiceURL = stack.Addresses.StepFunctions.ToString(),
            AuthenticationRegion = ResourceNames.Region,
        });
}
