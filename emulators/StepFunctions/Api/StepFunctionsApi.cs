using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Storage;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>
/// The operations served: what clients, the console commands and the AWS CLI need of one machine.
/// </summary>
internal sealed class StepFunctionsApi
{
    private readonly DescribeExecution describe;
    private readonly AwsJsonService service;

    public StepFunctionsApi(
        MachineIdentity machine,
        ExecutionStore store,
        DefinitionCatalog definitions,
        Executions executions,
        StepFactory steps)
    {
        describe = new DescribeExecution(machine, store, steps);
        var start = new StartExecution(machine, store, executions, steps);
        var stop = new StopExecution(machine, executions);
        var redrive = new RedriveExecution(machine, executions);
        var list = new ListExecutions(machine, store);
        var history = new GetExecutionHistory(machine, store);
        var machines = new StateMachines(machine, store, definitions);
        service = new AwsJsonService("AWSStepFunctions", "1.0")
            .On("StartExecution", (request, _) => start.AnswerAsync(new InputReader(request)))
            .On("StopExecution", (request, _) => stop.AnswerAsync(new InputReader(request)))
            .On("RedriveExecution", (request, _) => redrive.AnswerAsync(new InputReader(request)))
            .On("DescribeExecution", Now(describe.Answer))
            .On("ListExecutions", Now(list.Answer))
            .On("GetExecutionHistory", Now(history.Answer))
            .On("DescribeStateMachine", Now(machines.Describe))
            .On("DescribeStateMachineForExecution", Now(machines.DescribeForExecution))
            .On("ListStateMachines", Now(machines.List));
        ForOperators = service.Only(
            "ListExecutions",
            "DescribeExecution",
            "GetExecutionHistory",
            "DescribeStateMachine",
            "DescribeStateMachineForExecution",
            "RedriveExecution",
            "StopExecution");
    }

    /// <summary>The actions for operators: all except starting an execution.</summary>
    public AwsJsonService ForOperators { get; }

    public JsonObject? Describe(string name) => describe.Find(name);

    public void Map(IEndpointRouteBuilder routes) => service.Map(routes);

    private static Func<JsonObject, CancellationToken, Task<JsonObject>> Now(Func<InputReader, JsonObject> answer) =>
        (request, _) => Task.FromResult(answer(new InputReader(request)));
}
