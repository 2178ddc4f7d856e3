using System.Text.Encodings.Web;
using System.Text.Json;
using CallRecording.Infra.Api;
using CallRecording.Infra.Intake;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Settlement;
using CallRecording.Infra.Storage;
using CallRecording.Infra.Uploads;
using CallRecording.Infra.Workflow;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace CallRecording.Infra.Monitoring;

/// <summary>How calls are doing, at a glance: what waits, what runs, what failed, how long it takes.</summary>
internal sealed class CallDashboard : ComponentResource
{
    private const int Width = 12;
    private const int Height = 6;

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public CallDashboard(
        StackSettings settings,
        CallIntake intake,
        CallWorkflow workflow,
        CallSettlement settlement,
        CallStore store,
        AnalyticsApi api,
        CallUploads? uploads,
        ComponentResourceOptions options)
        : base("call-recording:monitoring:CallDashboard", Names.Dashboard, options)
    {
        var known = Output.Tuple(
            intake.Queue.Name,
            intake.DeadLetters.Queue.Name,
            settlement.DeadLetters.Queue.Name,
            workflow.StateMachine.Arn,
            store.Table.Name,
            api.Stage.StageName);
        string[] functions =
        [
            intake.Starter.Process,
            settlement.Function.Process,
            api.Retrieval.Process,
            .. uploads is null ? [] : new[] { uploads.Function.Process },
            .. workflow.Tasks.Values.Select(task => task.Process),
        ];
        _ = new Dashboard(
            Names.Dashboard,
            new()
            {
                DashboardName = $"{Names.Dashboard}-{settings.Environment}",
                DashboardBody = known.Apply(names => Body(settings.Region, functions, names)),
            },
            new() { Parent = this });
        RegisterOutputs();
    }

    private static string Body(
        string region,
        string[] functions,
        (string Queue, string DeadLetters, string SettlementDeadLetters, string Machine, string Table, string Stage)
            names)
    {
        DashboardWidget[] widgets =
        [
            new("Executions", "Sum", [
                ["AWS/States", "ExecutionsStarted", "StateMachineArn", names.Machine],
                ["AWS/States", "ExecutionsSucceeded", "StateMachineArn", names.Machine],
                ["AWS/States", "ExecutionsFailed", "StateMachineArn", names.Machine],
                ["AWS/States", "ExecutionsTimedOut", "StateMachineArn", names.Machine],
                ["AWS/States", "ExecutionsAborted", "StateMachineArn", names.Machine],
            ]),
            new("Execution time, p95", "p95", [["AWS/States", "ExecutionTime", "StateMachineArn", names.Machine]]),
            new("Waiting messages", "Maximum", [
                ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", names.Queue],
                ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", names.Queue],
            ]),
            new("Dead letters", "Maximum", [
                ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", names.DeadLetters],
                ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", names.SettlementDeadLetters],
            ]),
            new("Bedrock Data Automation: job time, p95", "p95", [[MetricNames.Namespace, MetricNames.JobDuration]]),
            new(
                "Bedrock Data Automation: failures",
                "Sum",
                [[MetricNames.Namespace, MetricNames.DataAutomationFailures]]),
            new("Settled calls", "Sum", [[MetricNames.Namespace, MetricNames.CallsSettled]]),
            new("Oldest call in progress, seconds", "Maximum", [[MetricNames.Namespace, MetricNames.OldestInProgress]]),
            new("Function errors", "Sum", [.. functions.Select(name => Function("Errors", name))]),
            new("Function time, p95", "p95", [.. functions.Select(name => Function("Duration", name))]),
            new("Function invocations", "Sum", [.. functions.Select(name => Function("Invocations", name))]),
            new("Function throttles", "Sum", [.. functions.Select(name => Function("Throttles", name))]),
            new("API latency, p95", "p95", [
                ["AWS/ApiGateway", "Latency", "ApiName", Names.Api, "Stage", names.Stage],
                ["AWS/ApiGateway", "IntegrationLatency", "ApiName", Names.Api, "Stage", names.Stage],
            ]),
            new("API answers", "Sum", [
                ["AWS/ApiGateway", "Count", "ApiName", Names.Api, "Stage", names.Stage],
                ["AWS/ApiGateway", "4XXError", "ApiName", Names.Api, "Stage", names.Stage],
                ["AWS/ApiGateway", "5XXError", "ApiName", Names.Api, "Stage", names.Stage],
            ]),
            new("Table", "Sum", [
                ["AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", names.Table],
                ["AWS/DynamoDB", "ConsumedReadCapacityUnits", "TableName", names.Table],
            ]),
        ];
        return JsonSerializer.Serialize(
            new { widgets = widgets.Select((widget, index) => widget.ToJson(region, index, Width, Height)) }, Readable);
    }

    private static string[] Function(string metric, string process) =>
        ["AWS/Lambda", metric, "FunctionName", Names.Function(process)];
}
