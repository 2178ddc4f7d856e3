using CallRecording.Infra.Workflow;
using Pulumi;

namespace CallRecording.Infra.Monitoring;

/// <summary>Executions that end otherwise than they should.</summary>
internal static class ExecutionAlarms
{
    public static void AddTo(AlarmSet alarms, CallWorkflow workflow)
    {
        InputMap<string> Machine() => new() { ["StateMachineArn"] = workflow.StateMachine.Arn };
        alarms.Add(new()
        {
            Name = "executions-failed",
            WhatToDo = "Calls failed. Each failed item has its error, cause and failed state; docs/operations.md says "
                + "what to do about each. Mend the cause, then redrive the executions in the Step Functions console.",
            Namespace = "AWS/States",
            Metric = "ExecutionsFailed",
            Dimensions = Machine(),
        });
        alarms.Add(new()
        {
            Name = "executions-timed-out",
            WhatToDo = "Executions ran for three days without an end. Look at their histories for what they waited "
                + "for, then redrive them.",
            Namespace = "AWS/States",
            Metric = "ExecutionsTimedOut",
            Dimensions = Machine(),
        });
        alarms.Add(new()
        {
            Name = "executions-aborted",
            WhatToDo = "Executions were stopped. If that was not on purpose, redrive them in the Step Functions "
                + "console.",
            Namespace = "AWS/States",
            Metric = "ExecutionsAborted",
            Dimensions = Machine(),
        });
    }
}
