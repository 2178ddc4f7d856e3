using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Intake;
using CallRecording.Tasks.Settings;
using CallRecording.Tasks.Settlement;
using CallRecording.Tasks.Uploads;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks;

/// <summary>The functions of this executable, by the name that selects them.</summary>
internal static class Functions
{
    /// <summary>Names the function to run; where it is not set, <see cref="HandlerVariable"/> does.</summary>
    public const string FunctionVariable = "FUNCTION";

    public const string HandlerVariable = "_HANDLER";

    // The functions that are not states of the definition; the others are named after their states.
    public const string Starter = "Starter";
    public const string Settlement = "Settlement";
    public const string Uploads = "Uploads";
    public const string Retrieval = "Retrieval";

    private static readonly Dictionary<string, Func<Task>> ByHandler = new(StringComparer.Ordinal)
    {
        [Starter] = () => RunAsync<SqsEvent, SqsBatchResponse>(() => StarterHandler.Create(Here).HandleAsync),
        [nameof(InvokeDataAutomation)] =
            () => RunAsync<CallReceived, Call>(() => InvokeDataAutomation.Create(Here).HandleAsync),
        [nameof(GetJobStatus)] = () => RunAsync<JobSubmitted, Call>(() => GetJobStatus.Create(Here).HandleAsync),
        [nameof(PersistResults)] =
            () => RunAsync<JobSucceeded, ResultsPersisted>(() => PersistResults.Create(Here).HandleAsync),
        [nameof(RecordFailure)] = () => RunAsync<FailureCaptured, Call>(() => RecordFailure.Create(Here).HandleAsync),
        [Settlement] =
            () => RunAsync<EventBridgeEvent, SettlementSummary>(() => SettlementHandler.Create(Here).HandleAsync),
        [Uploads] = () => RunAsync<UploadsRequest, ApiResponse>(() => UploadsHandler.Create(Here).HandleAsync),
        [Retrieval] = () => RunAsync<ApiRequest, ApiResponse>(() => RetrievalHandler.Create(Here).HandleAsync),
    };

    public static IReadOnlyCollection<string> Handlers => ByHandler.Keys;

    private static SettingsReader Here => SettingsReader.OfThisProcess();

    /// <param name="variable">An environment variable -> what it is, or null.</param>
    public static async Task<int> RunAsync(Func<string, string?> variable)
    {
        var (chooser, function) = Choice(variable);
        if (function is null || !ByHandler.TryGetValue(function, out var run))
        {
            await Console.Error.WriteLineAsync(
                $"{chooser} is '{function}', expected one of {string.Join(", ", ByHandler.Keys)}.");
            return 1;
        }

        await run();
        return 0;
    }

    /// <remarks>Lambda's managed runtime reads the assembly's name from _HANDLER, which therefore cannot name a
    /// function as well: https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html.</remarks>
    private static (string Variable, string? Value) Choice(Func<string, string?> variable) =>
        variable(FunctionVariable) is { } function
            ? (FunctionVariable, function)
            : (HandlerVariable, variable(HandlerVariable));

    /// <remarks>The handler is made by the initializer, so that a setting that is missing is an init error that Lambda
    /// reports, not a process that ends without a message.</remarks>
    private static async Task RunAsync<TInput, TOutput>(Func<Func<TInput, ILambdaContext, Task<TOutput>>> create)
    {
        Func<TInput, ILambdaContext, Task<TOutput>>? handle = null;
        using var bootstrap = LambdaBootstrapBuilder
            .Create<TInput, TOutput>(
                // Never null: the bootstrap runs its initializer before it asks for the first invocation.
                (input, context) => handle!(input, context),
                new SourceGeneratorLambdaJsonSerializer<TasksJson>())
            .UseBootstrapHandler(() =>
            {
                handle = create();
                return Task.FromResult(true);
            })
            .Build();
        await bootstrap.RunAsync();
    }
}
