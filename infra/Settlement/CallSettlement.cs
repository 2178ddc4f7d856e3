using System.Globalization;
using System.Text.Json;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Intake;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using CallRecording.Infra.Workflow;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

namespace CallRecording.Infra.Settlement;

/// <summary>What no Catch can see: executions that were stopped, timed out or broke, by EventBridge; and a sweep over
/// calls that stay in progress, for events that never came.</summary>
internal sealed class CallSettlement : ComponentResource
{
    private const int SettlementSeconds = 240;
    private const string EverySweep = "rate(5 minutes)";

    // A call is settled once; an hour of tries outlasts what a table or Lambda usually suffers.
    private const int OldestEventSeconds = 3600;
    private const int MaxAttempts = 20;

    private static readonly string[] Source = ["aws.states"];
    private static readonly string[] DetailType = ["Step Functions Execution Status Change"];
    private static readonly string[] Ends = ["FAILED", "TIMED_OUT", "ABORTED"];

    public CallSettlement(
        StackSettings settings,
        FunctionArtifact artifact,
        CallStore store,
        EncryptionKey key,
        CallWorkflow workflow,
        ComponentResourceOptions options)
        : base("call-recording:settlement:CallSettlement", Names.Of("settlement"), options)
    {
        DeadLetters = new DeadLetterQueue(Names.SettlementDeadLetterQueue, key, new() { Parent = this });
        Function = NewFunction(settings, artifact, store, key, workflow);
        _ = new FunctionEventInvokeConfig(
            Names.Of("settlement"),
            new()
            {
                FunctionName = Function.Function.Name,
                Qualifier = Function.Live.Name,
                MaximumRetryAttempts = 2,
                MaximumEventAgeInSeconds = OldestEventSeconds,
                DestinationConfig = new FunctionEventInvokeConfigDestinationConfigArgs
                {
                    OnFailure = new FunctionEventInvokeConfigDestinationConfigOnFailureArgs
                    {
                        Destination = DeadLetters.Queue.Arn,
                    },
                },
            },
            new() { Parent = this });
        var ended = Rule("execution-ended", new()
        {
            Name = Names.Of("execution-ended"),
            Description = "Executions that ended without success.",
            EventPattern = workflow.StateMachine.Arn.Apply(Pattern),
        });
        var sweep = Rule("sweep", new()
        {
            Name = Names.Of("sweep"),
            Description = "Asks after calls that stay in progress.",
            ScheduleExpression = EverySweep,
        });
        DeadLetters.Accept("events.amazonaws.com", ended.Arn, sweep.Arn);
        RegisterOutputs();
    }

    public DeadLetterQueue DeadLetters { get; }

    public TaskFunction Function { get; }

    private static string Pattern(string stateMachineArn) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["source"] = Source,
        ["detail-type"] = DetailType,
        ["detail"] = new { stateMachineArn = new[] { stateMachineArn }, status = Ends },
    });

    private TaskFunction NewFunction(
        StackSettings settings,
        FunctionArtifact artifact,
        CallStore store,
        EncryptionKey key,
        CallWorkflow workflow) => new(
        "settlement",
        new()
        {
            Settings = settings,
            Artifact = artifact,
            Key = key,
            Function = "Settlement",
            Description = "Settles calls whose execution ended without recording why.",
            TimeoutSeconds = SettlementSeconds,
            MemoryMb = 512,
            Environment =
            {
                ["DYNAMODB_TABLE_NAME"] = store.Table.Name,
                ["STATE_MACHINE_ARN"] = workflow.StateMachine.Arn,
                ["SETTLE_AFTER_SECONDS"] = settings.SettleAfterSeconds.ToString(CultureInfo.InvariantCulture),
            },
            Permissions =
            [
                new("FindCallsInProgress", "dynamodb:Query") { Resources = { store.IndexArn(CallIndexes.InProgress) } },
                new("SettleCalls", "dynamodb:GetItem", "dynamodb:UpdateItem") { Resources = { store.Table.Arn } },
                new("AskForExecutions", "states:DescribeExecution") { Resources = { workflow.ExecutionArns } },
                new("StartReceivedCalls", "states:StartExecution") { Resources = { workflow.StateMachine.Arn } },
                // Lambda itself, with this role, for events that failed every try.
                new("KeepFailedEvents", "sqs:SendMessage") { Resources = { DeadLetters.Queue.Arn } },
            ],
        },
        new() { Parent = this });

    private EventRule Rule(string name, EventRuleArgs args)
    {
        var rule = new EventRule(Names.Of(name), args, new() { Parent = this });
        _ = new EventTarget(
            Names.Of(name),
            new()
            {
                Rule = rule.Name,
                Arn = Function.Live.Arn,
                DeadLetterConfig = new EventTargetDeadLetterConfigArgs { Arn = DeadLetters.Queue.Arn },
                RetryPolicy = new EventTargetRetryPolicyArgs
                {
                    MaximumEventAgeInSeconds = OldestEventSeconds,
                    MaximumRetryAttempts = MaxAttempts,
                },
            },
            new() { Parent = this });
        _ = new Permission(
            Names.Of(name),
            new()
            {
                Action = "lambda:InvokeFunction",
                Function = Function.Function.Name,
                Qualifier = Function.Live.Name,
                Principal = "events.amazonaws.com",
                SourceArn = rule.Arn,
            },
            new() { Parent = this });
        return rule;
    }
}
