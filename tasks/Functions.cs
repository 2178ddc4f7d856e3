using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Intake;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks;

/// <summary>The functions of this executable, by the handler that selects them.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Func<Task>> ByHandler = new(StringComparer.Ordinal)
    {
        [nameof(Starter)] = () => RunAsync<SqsEvent, SqsBatchResponse>(() => Starter.Create(Here).HandleAsync),
        [nameof(InvokeDataAutomation)] =
            () => RunAsync<CallReceived, Call>(() => InvokeDataAutomation.Create(Here).HandleAsync),
        [nameof(GetJobStatus)] = () => RunAsync<JobSubmitted, Call>(() => GetJobStatus.Create(Here).HandleAsync),
        [nameof(PersistResults)] =
            () => RunAsync<JobSucceeded, ResultsPersisted>(() => PersistResults.Create(Here).HandleAsync),
        [nameof(RecordFailure)] = () => RunAsync<FailureCaptured, Call>(() => RecordFailure.Create(Here).HandleAsync),
        [nameof(Settlement)] =
            () => RunAsync<EventBridgeEvent, SettlementSummary>(() => Settlement.Create(Here).HandleAsync),
        [nameof(Retrieval)] = () => RunAsync<ApiRequest, ApiResponse>(() => Retrieval.Create(Here).HandleAsync),
    };

    public static IReadOnlyCollection<string> Handlers => ByHandler.Keys;

    private static SettingsReader Here => SettingsReader.OfThisProcess();

    public static async Task<int> RunAsync(string? handler)
    {
        if (handler is null || !ByHandler.TryGetValue(handler, out var run))
        {
            await Console.Error.WriteLineAsync(
                $"_HANDLER is '{handler}', expected one of {string.Join(", ", ByHandler.Keys)}.");
            return 1;
        }

        await run();
        return 0;
    }

    /// <remarks>The handler is made by the initializer, so that a setting that is missing is an init error that Lambda
    /// reports, not a process that dies without a word.</remarks>
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
