using CallRecording.Emulators.StepFunctions;
using static CallRecording.Tests.Workflow.Definition.ProductDefinition;

namespace CallRecording.Tests.Emulators.StepFunctions.Stopping;

/// <summary>
/// Whatever is told is on disk: a listener that fails leaves an execution as a kill at that moment does.
/// </summary>
public sealed class WhenTheEngineIsKilledAnywhere
{
    private static readonly ExecutionEventKind[] NotOfTheExecution =
        [ExecutionEventKind.Resumed, ExecutionEventKind.Stalled];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task The_call_goes_the_same_way_as_without_a_kill(int toldBefore)
    {
        using var undisturbedDatabase = new TestDatabase();
        using var database = new TestDatabase();
        var (expectedFunctions, functions) = (Script(), Script());
        var time = new SkippedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var undisturbed = await OpenAsync(expectedFunctions, undisturbedDatabase);
        await undisturbed.RunAsync(Input);

        var isKilled = await RunUntilToldAsync(toldBefore, functions, database, time);
        await using var engine = await OpenAsync(functions, database, time);
        await engine.ResumeAsync();
        await engine.EndAsync();

        Assert.True(isKilled, $"Fewer than {toldBefore + 1} changes were told.");
        Assert.Equal(expectedFunctions.CalledFunctions, functions.CalledFunctions);
        Assert.Equal(await undisturbed.TypesAsync(), await engine.TypesAsync());
        Assert.Equal("CallProcessingFailedException", (await engine.DescribeAsync("run")).Text("error"));
    }

    private static ScriptedFunctions Script() => new ScriptedFunctions()
        .Throws(Submit, "ServiceThrottledException").Returns(Submit, WithJob("Running"))
        .Returns(Status, WithJob("Running")).Returns(Status, WithJob("Failed"))
        .Throws(Recorder, "CallProcessingFailedException");

    /// <returns>Whether it came to the kill.</returns>
    private static async Task<bool> RunUntilToldAsync(
        int toldBefore,
        ScriptedFunctions functions,
        TestDatabase database,
        SkippedTime time)
    {
        var told = 0;
        var isKilled = false;
        void Tell(ExecutionEvent item)
        {
            if (NotOfTheExecution.Contains(item.Kind) || told++ != toldBefore)
            {
                return;
            }

            isKilled = true;
            throw new InvalidOperationException("Killed.");
        }

        await using var engine = await TestEngine.OpenAsync(
            Text, functions, database, time, options => Named(options) with { OnEvent = Tell });
        await engine.StartAsync("run", Input);
        await engine.WhenIdle();
        while (!isKilled && time.SkipToNext())
        {
            await engine.WhenIdle();
        }

        return isKilled;
    }
}
