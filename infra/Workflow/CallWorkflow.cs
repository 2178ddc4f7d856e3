using CallRecording.Infra.Access;
using CallRecording.Infra.DataAutomation;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;

namespace CallRecording.Infra.Workflow;

/// <summary>The state machine of one call, and the four functions of its tasks.</summary>
internal sealed class CallWorkflow : ComponentResource
{
    public CallWorkflow(
        StackSettings settings,
        FunctionArtifact artifact,
        CallStore store,
        EncryptionKey key,
        CallAutomation automation,
        ComponentResourceOptions options)
        : base("call-recording:workflow:CallWorkflow", Names.Of("calls"), options)
    {
        Tasks = new WorkflowTasks(settings, artifact, store, key, automation, this).ByState;
        LogGroup = new LogGroup(
            Names.StateMachine,
            new()
            {
                // Groups with this start need no policy of their own for each state machine.
                Name = $"/aws/vendedlogs/states/{Names.StateMachine}",
                RetentionInDays = settings.LogRetentionDays,
                KmsKeyId = key.Data,
            },
            new() { Parent = this });
        var role = new Role(
            Names.StateMachine,
            new() { AssumeRolePolicy = PolicyDocument.TrustIn("states.amazonaws.com", settings.AccountId) },
            new() { Parent = this });
        var permissions = new RolePolicy(
            Names.StateMachine,
            new() { Role = role.Id, Policy = PolicyDocument.Of(InvokeTasks(), DeliverLogs(), WriteTraces()) },
            new() { Parent = this });
        StateMachine = new StateMachine(
            Names.StateMachine,
            new()
            {
                Name = Names.StateMachine,
                Type = "STANDARD",
                RoleArn = role.Arn,
                Definition = Arns().Apply(Definition.Of),
                LoggingConfiguration = new StateMachineLoggingConfigurationArgs
                {
                    Level = "ERROR",
                    // What callers said would be in the log.
                    IncludeExecutionData = false,
                    LogDestination = Output.Format($"{LogGroup.Arn}:*"),
                },
                TracingConfiguration = new StateMachineTracingConfigurationArgs { Enabled = true },
            },
            // The service tries the role when the machine is made.
            new() { Parent = this, DependsOn = { permissions } });
        RegisterOutputs();
    }

    public StateMachine StateMachine { get; }

    public LogGroup LogGroup { get; }

    /// <summary>The functions, by their states' names.</summary>
    public IReadOnlyDictionary<string, TaskFunction> Tasks { get; }

    /// <summary>Executions have ARNs of their own, in which one word differs.</summary>
    public Output<string> ExecutionArns => StateMachine.Arn.Apply(
        arn => $"{arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:*");

    /// <remarks>Versions, neither $LATEST nor an alias: those move under executions that run, and their redrives would
    /// meet code that they did not start with.</remarks>
    private Output<IReadOnlyDictionary<string, string>> Arns() =>
        Output.All(Tasks.Select(task => (Input<string>)task.Value.VersionArn))
            .Apply(arns => (IReadOnlyDictionary<string, string>)Tasks.Keys.Zip(arns)
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));

    private Statement InvokeTasks()
    {
        var functions = new InputList<string>();
        foreach (var task in Tasks.Values)
        {
            functions.Add(task.EveryVersionArn);
        }

        return new("InvokeTasks", "lambda:InvokeFunction") { Resources = functions };
    }

    private static Statement DeliverLogs() => new(
        "DeliverLogs",
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups")
    {
        // Log deliveries have no ARNs: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html.
        Resources = { "*" },
    };

    private static Statement WriteTraces() => new(
        "WriteTraces",
        "xray:PutTraceSegments",
        "xray:PutTelemetryRecords",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets")
    {
        // X-Ray has no resources to name.
        Resources = { "*" },
    };
}
