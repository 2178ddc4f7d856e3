using CallRecording.Emulators.Bda;
using CallRecording.Emulators.EventSourceMapping;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Data;
using CallRecording.Local.ExecutionPages;
using CallRecording.Local.Resources;
using CallRecording.Local.Samples;
using CallRecording.Local.Web;

namespace CallRecording.Local;

/// <summary>What the services are told of this stack.</summary>
internal static class ServiceOptions
{
    /// <summary>How many batches of the queue are with the starter at the same time, as the stack sets it.</summary>
    private const int StarterConcurrency = 5;

    public static BdaOptions Bda(LocalOptions options, DataDirectory data, LocalEvents events) => new(
        data.Database("bda.db", "jobs that had not ended are then unknown, and their calls fail until a redrive"))
    {
        Speed = options.Speed,
        Known =
        [
            .. SampleCalls.Load(Path.Combine(options.RootDirectory, "local", "Samples"))
                .Select(sample => sample.Known),
        ],
        ProfileArn = ResourceNames.ProfileArn,
        ProjectArn = ResourceNames.ProjectArn,
        JobChanged = events.Tell,
    };

    public static async Task<StepFunctionsOptions> StepFunctionsAsync(
        LocalOptions options, DataDirectory data, CancellationToken cancellationToken) => new()
        {
            Definition = await File.ReadAllTextAsync(
                Path.Combine(options.RootDirectory, "statemachine.asl.json"), cancellationToken),
            Substitutions = StackFunctions.Substitutions,
            StateMachineArn = ResourceNames.StateMachineArn,
            RoleArn = ResourceNames.StateMachineRoleArn,
            DatabasePath = data.Database("stepfunctions.db", "calls that had not ended must then be published again"),
            Speed = options.Speed,
            Jitter = new Jitter().Next,
        };

    public static WebServerOptions Web(LocalOptions options, int port, Uri audioOrigin) =>
        new(port, ResourceNames.RetrievalFunction, Path.Combine(options.RootDirectory, "web"), audioOrigin)
        {
            UploadsFunction = ResourceNames.UploadsFunction,
        };

    public static ExecutionsPage Executions(LocalOptions options, StepFunctionsService stepFunctions) => new(
        Path.Combine(options.RootDirectory, "local", "ExecutionPages", "page"),
        ResourceNames.StateMachineArn,
        stepFunctions.AnswerOperatorAsync);

    public static EventSourceOptions Queue(LocalOptions options, LocalResources resources) =>
        new(resources.QueueUrl, resources.QueueArn, ResourceNames.StarterFunction, StarterConcurrency)
        {
            VisibilityTimeout = QueueSettings.VisibilityTimeout(options.Speed),
        };
}
