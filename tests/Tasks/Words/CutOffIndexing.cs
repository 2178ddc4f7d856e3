using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.Intake;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Words;

/// <summary>Indexes words with as many requests as it is allowed, and checks them against the results.</summary>
public abstract class CutOffIndexing
{
    private protected const int MaxRequests = 40;

    private readonly Dictionary<string, List<string>> expected = [];

    /// <summary>A call that has words of an earlier result, and the results of two more jobs.</summary>
    private protected static async Task<(Call Current, Call Later)> PrepareAsync(IndexWorld world, string callId)
    {
        var call = TestCalls.Call with { CallId = callId };
        var earlier = await world.SucceedJobAsync(call, "earlier", "The first one said alpha.");
        await world.PersistAsync(earlier, TestCalls.Earlier);
        await world.BeginAsync(call, TestCalls.Current);
        return (
            await world.SucceedJobAsync(call, "current", "Now beta is what the current one said."),
            await world.SucceedJobAsync(call, "later", "Gamma.", "This is what a later one said."));
    }

    /// <returns>False when it was stopped.</returns>
    private protected static async Task<bool> PersistAsync(
        IndexWorld world, Call call, ExecutionReference execution, int requests)
    {
        var http = new ThrottlingAfter { Left = requests };
        try
        {
            await world.PersistAsync(call, execution, world.Client(http));
            return true;
        }
        catch (ServiceThrottledException)
        {
            return false;
        }
    }

    /// <returns>False when it was done before that request.</returns>
    private protected static async Task<bool> WithMeanwhileAsync(
        IndexWorld world, Call call, ExecutionReference execution, int request, Func<Task> meanwhile)
    {
        var left = request;
        var http = new ThrottlingAfter { Meanwhile = () => --left == 0 ? meanwhile() : Task.CompletedTask };
        await world.PersistAsync(call, execution, world.Client(http));
        return left <= 0;
    }

    private protected async Task ExpectAsync(IndexWorld world, Call call) =>
        Expect(call, [.. await world.ExpectedAsync(call)]);

    private protected void Expect(Call call, params string[] words) =>
        expected[CallSortKey.Of(CallItemKey.Of(call))] = [.. words];

    private protected async Task CheckAsync(IndexWorld world)
    {
        var words = await world.WordsAsync();
        Assert.True(expected.Count > 5, $"Only {expected.Count} calls were tried.");
        Assert.All(expected, call => Assert.Equal(call.Value, words[call.Key]));
    }
}
