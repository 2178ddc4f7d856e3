using CallRecording.Infra.Functions;
using CallRecording.Infra.Workflow;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace CallRecording.Infra.Monitoring;

/// <summary>Metrics read from what the functions log: in Lambda's JSON format the named values of a line are fields of
/// it.</summary>
internal sealed class LogMetrics : ComponentResource
{
    public LogMetrics(CallWorkflow workflow, ComponentResourceOptions options)
        : base("call-recording:monitoring:LogMetrics", Names.Of("log-metrics"), options)
    {
        var status = workflow.Tasks["GetJobStatus"];
        Count(
            "jobs-failed",
            status,
            "{ ($.Outcome = \"Failed\") || ($.Outcome = \"Expired\") || ($.Outcome = \"Resubmit\") }",
            MetricNames.DataAutomationFailures);
        Count(
            "submissions-failed",
            workflow.Tasks["RecordFailure"],
            "{ ($.FailedState = \"InvokeDataAutomation\") && ($.Recorded = \"New\") }",
            MetricNames.DataAutomationFailures);
        // What it says itself, and what Lambda says of an invocation that was cut off (REPORT lines).
        Count(
            "failures-not-recorded",
            workflow.Tasks["RecordFailure"],
            "{ ($.Recorded = \"Unrecorded\") || ($.record.status = \"timeout\") || ($.record.status = \"failure\") "
                + "|| ($.record.errorType = \"Runtime.ExitError\") || ($.record.errorType = \"Runtime.OutOfMemory\") }",
            MetricNames.FailuresNotRecorded);
        Read(
            "job-duration",
            status,
            "{ ($.Outcome = \"Succeeded\") && ($.JobDurationInSeconds > 0) }",
            MetricNames.JobDuration,
            "$.JobDurationInSeconds");
        RegisterOutputs();
    }

    private void Count(string name, TaskFunction function, string pattern, string metric) =>
        Read(name, function, pattern, metric, "1");

    private void Read(string name, TaskFunction function, string pattern, string metric, string value) =>
        _ = new LogMetricFilter(
        Names.Of(name),
        new()
        {
            Name = Names.Of(name),
            LogGroupName = function.LogGroup.Name,
            Pattern = pattern,
            MetricTransformation = new LogMetricFilterMetricTransformationArgs
            {
                Name = metric,
                Namespace = MetricNames.Namespace,
                Value = value,
            },
        },
        new() { Parent = this });
}
