using System.Globalization;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Tests.Emulators.StepFunctions;
using static CallRecording.Tests.Workflow.Definition.ProductDefinition;

namespace CallRecording.Tests.Workflow.Definition;

/// <summary>The definition's retries, with the whole range of their jitter: calls that met the service at its worst go
/// on once it is back, and no operator redrives them.</summary>
public sealed class WhenAServiceIsAwayForTenMinutes
{
    private const int Calls = 100;
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(Submit, "ServiceThrottledException")]
    [InlineData(Submit, "TransientServiceException")]
    [InlineData(Status, "ServiceThrottledException")]
    [InlineData(Status, "TransientServiceException")]
    [InlineData(Persist, "ServiceThrottledException")]
    [InlineData(Persist, "TransientServiceException")]
    public async Task Every_call_outlasts_it(string function, string error)
    {
        var time = new SkippedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var functions = new Functions(function, error, time);
        await using var engine = await TestEngine.OpenAsync(Text, functions, database: null, time, WithChance);
        foreach (var number in Enumerable.Range(0, Calls))
        {
            await engine.StartAsync(string.Create(CultureInfo.InvariantCulture, $"call-{number}"), Input);
        }

        await engine.EndAllAsync();

        var ends = engine.News.Where(one => one.Kind is ExecutionEventKind.Succeeded or ExecutionEventKind.Failed)
            .ToList();
        Assert.Equal(Calls, ends.Count(one => one.Kind is ExecutionEventKind.Succeeded));
        Assert.Equal(Calls, ends.Count);
    }

    private static StepFunctionsOptions WithChance(StepFunctionsOptions options)
    {
        // The same every time.
        var (chance, turn) = (new Random(20260301), new Lock());
        return Named(options) with
        {
            Jitter = () =>
            {
#pragma warning disable CA5394 // Nothing secret is made of it.
                lock (turn)
                {
                    return chance.NextDouble();
                }
#pragma warning restore CA5394
            },
        };
    }

    private sealed class Functions(string away, string error, SkippedTime time) : IFunctions
    {
        private DateTimeOffset? back;

        public Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
        {
            request.OnStarted();
            // From the first call on that needs it: then all of them are under way.
            var until = request.Function == away ? back ??= time.GetUtcNow() + Away : DateTimeOffset.MinValue;
            return Task.FromResult(time.GetUtcNow() < until
                ? ScriptedFunctions.Response($$"""{"errorType":"{{error}}","errorMessage":"Later."}""", "Unhandled")
                : ScriptedFunctions.Response(request.Function switch
                {
                    Submit => WithJob("Running"),
                    Status => WithJob("Succeeded"),
                    _ => "{}",
                }));
        }
    }
}
