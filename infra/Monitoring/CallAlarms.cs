using CallRecording.Infra.Api;
using CallRecording.Infra.Intake;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Settlement;
using CallRecording.Infra.Storage;
using CallRecording.Infra.Uploads;
using CallRecording.Infra.Workflow;
using Pulumi;

namespace CallRecording.Infra.Monitoring;

/// <summary>The alarms that notify the operators. Each says what to do.</summary>
internal sealed class CallAlarms : ComponentResource
{
    private const int OldestMessageSeconds = 900;
    private const double MaxServerErrors = 0.01;
    private const int MaxLatencyMilliseconds = 5000;

    private readonly AlarmSet alarms;

    public CallAlarms(
        StackSettings settings,
        CallStore store,
        CallIntake intake,
        CallWorkflow workflow,
        CallSettlement settlement,
        AnalyticsApi api,
        CallUploads? uploads,
        AlarmTopic topic,
        ComponentResourceOptions options)
        : base("call-recording:monitoring:CallAlarms", Names.Of("alarms"), options)
    {
        alarms = new AlarmSet(topic, this);
        alarms.Add(DeadLettersOf(
            "transcript-dead-letters",
            intake.DeadLetters,
            "Messages could not become executions after 10 tries. Read one in the queue and the starter's log, which "
            + "says why; publish it anew if it was wrong, or start a DLQ redrive in the SQS console if the cause is "
            + "mended."));
        alarms.Add(DeadLettersOf(
            "settlement-dead-letters",
            settlement.DeadLetters,
            "Events about ended executions could not be handled. Read the settlement function's log and mend the "
            + "cause; the sweep then settles these calls by itself, and the messages may be deleted."));
        alarms.Add(new()
        {
            Name = "oldest-message",
            WhatToDo = "Messages wait for more than 15 minutes: the starter is failing, throttled or switched off. "
                + "Look at its log, its event source mapping and the StartExecution throttles of the account.",
            Namespace = "AWS/SQS",
            Metric = "ApproximateAgeOfOldestMessage",
            Dimensions = { ["QueueName"] = intake.Queue.Name },
            Statistic = "Maximum",
            Above = OldestMessageSeconds,
        });
        ExecutionAlarms.AddTo(alarms, workflow);
        alarms.Add(new()
        {
            Name = "data-automation-failures",
            WhatToDo = "Bedrock Data Automation refused recordings or ended jobs without results. The failed calls say "
                + "why (error and cause in the list); for quotas see Service Quotas, for its health the AWS status "
                + "page. Redrive the executions then.",
            Namespace = MetricNames.Namespace,
            Metric = MetricNames.DataAutomationFailures,
        });
        alarms.Add(new()
        {
            Name = "stuck-calls",
            WhatToDo = "A call has been in progress for too long. Open the oldest running execution: it waits for a "
                + "job, for quota or in a retry. Stop it and redrive it when its job will never end.",
            Namespace = MetricNames.Namespace,
            Metric = MetricNames.OldestInProgress,
            Statistic = "Maximum",
            Above = settings.StuckAfterSeconds,
        });
        alarms.Add(new()
        {
            Name = "api-errors",
            WhatToDo = "More than 1 % of the API's answers are 5xx. Look at the retrieval function's log and at the "
                + "table's throttles.",
            Namespace = "AWS/ApiGateway",
            Metric = "5XXError",
            Dimensions = { ["ApiName"] = api.RestApi.Name, ["Stage"] = api.Stage.StageName },
            Statistic = "Average",
            Above = MaxServerErrors,
            Periods = 2,
        });
        alarms.Add(new()
        {
            Name = "api-latency",
            WhatToDo = "One answer of the API in twenty takes longer than 5 seconds. Compare the retrieval function's "
                + "durations and cold starts on the dashboard with the table's throttles; a search for a frequent word "
                + "reads many rows.",
            Namespace = "AWS/ApiGateway",
            Metric = "Latency",
            Dimensions = { ["ApiName"] = api.RestApi.Name, ["Stage"] = api.Stage.StageName },
            Statistic = "p95",
            Above = MaxLatencyMilliseconds,
            Periods = 3,
        });
        alarms.Add(new()
        {
            Name = "failures-not-recorded",
            WhatToDo = "The function that puts failures on record crashed, ran out of time or could not write. The "
                + "settlement records these calls when their executions have ended; read the function's log and the "
                + "table's throttles for the cause.",
            Namespace = MetricNames.Namespace,
            Metric = MetricNames.FailuresNotRecorded,
        });
        FunctionAlarms.AddTo(
            alarms,
            [
                intake.Starter,
                settlement.Function,
                api.Retrieval,
                .. uploads is null ? [] : new[] { uploads.Function },
                .. workflow.Tasks.Values,
            ],
            failsOnPurpose: workflow.Tasks["RecordFailure"]);
        TableAlarms.AddTo(alarms, store);
        RegisterOutputs();
    }

    private static Alarm DeadLettersOf(string name, DeadLetterQueue queue, string whatToDo) => new()
    {
        Name = name,
        WhatToDo = whatToDo,
        Namespace = "AWS/SQS",
        Metric = "ApproximateNumberOfMessagesVisible",
        Dimensions = { ["QueueName"] = queue.Queue.Name },
        Statistic = "Maximum",
        PeriodSeconds = 60,
    };
}
