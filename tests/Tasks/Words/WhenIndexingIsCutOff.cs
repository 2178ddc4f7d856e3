using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.Intake;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Words;

/// <summary>Executions of one call that are stopped anywhere, run again, or work at the same time: whatever happens,
/// once they are done the call's words are those of the results that its item has.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenIndexingIsCutOff(RunningEmulators emulators)
{
    private const int MaxRequests = 40;

    private readonly Dictionary<string, List<string>> expected = [];

    [Fact]
    public async Task Run_again_it_ends_as_if_nothing_had_been()
    {
        using var world = await IndexWorld.CreateAsync(emulators);

        for (var stop = 0; ; stop++)
        {
            Assert.True(stop < MaxRequests, $"Not done after {stop} requests.");
            var call = await PrepareAsync(world, $"cut-{stop}");
            var done = await PersistAsync(world, call.Current, TestCalls.Current, stop);

            if (!done)
            {
                await world.PersistAsync(call.Current, TestCalls.Current);
            }

            await ExpectAsync(world, call.Current);
            if (done)
            {
                break;
            }
        }

        await CheckAsync(world);
    }

    [Fact]
    public async Task A_later_one_that_comes_in_between_wins()
    {
        using var world = await IndexWorld.CreateAsync(emulators);

        for (var at = 1; ; at++)
        {
            Assert.True(at < MaxRequests, $"Not done after {at} requests.");
            var call = await PrepareAsync(world, $"between-{at}");

            var came = await WithMeanwhileAsync(world, call.Current, TestCalls.Current, at, async () =>
            {
                await world.BeginAsync(call.Later, TestCalls.Later);
                await world.PersistAsync(call.Later, TestCalls.Later);
            });

            await ExpectAsync(world, came ? call.Later : call.Current);
            if (!came)
            {
                break;
            }
        }

        await CheckAsync(world);
    }

    [Fact]
    public async Task A_stale_one_that_comes_in_between_leaves_nothing()
    {
        using var world = await IndexWorld.CreateAsync(emulators);

        for (var at = 1; ; at++)
        {
            Assert.True(at < MaxRequests, $"Not done after {at} requests.");
            var call = await PrepareAsync(world, $"stale-{at}");
            await world.BeginAsync(call.Later, TestCalls.Later);

            var came = await WithMeanwhileAsync(world, call.Later, TestCalls.Later, at, () =>
                world.PersistAsync(call.Current, TestCalls.Current));

            await ExpectAsync(world, call.Later);
            if (!came)
            {
                break;
            }
        }

        await CheckAsync(world);
    }

    /// <summary>One begins to write, a later one comes in between and is stopped somewhere, the first one ends, and the
    /// later one is run again.</summary>
    [Fact]
    public async Task Two_that_are_both_cut_off_somewhere_end_with_the_later_ones_words()
    {
        using var world = await IndexWorld.CreateAsync(emulators);

        for (var at = 1; ; at++)
        {
            Assert.True(at < MaxRequests, $"Not done after {at} requests.");
            var came = false;
            for (int stop = 1, done = 0; done == 0; stop += 2)
            {
                Assert.True(stop < MaxRequests, $"Not done after {stop} requests.");
                var call = await PrepareAsync(world, $"both-{at}-{stop}");

                came = await WithMeanwhileAsync(world, call.Current, TestCalls.Current, at, async () =>
                {
                    await world.BeginAsync(call.Later, TestCalls.Later);
                    done = await PersistAsync(world, call.Later, TestCalls.Later, stop) ? 1 : 0;
                });
                if (!came)
                {
                    break;
                }

                if (done == 0)
                {
                    await world.PersistAsync(call.Later, TestCalls.Later);
                }

                await ExpectAsync(world, call.Later);
            }

            if (!came)
            {
                break;
            }
        }

        await CheckAsync(world);
    }

    [Fact]
    public async Task One_that_was_stopped_and_lost_its_item_leaves_the_words_of_its_id_once_it_is_run_again()
    {
        using var world = await IndexWorld.CreateAsync(emulators);

        for (var stop = 0; ; stop++)
        {
            Assert.True(stop < MaxRequests, $"Not done after {stop} requests.");
            var call = await PrepareAsync(world, $"lost-{stop}");
            var done = await PersistAsync(world, call.Current, TestCalls.Current, stop);
            await world.BeginAsync(call.Later, TestCalls.Later);

            // The later one is not done yet, and may never be.
            Assert.True((await world.PersistAsync(call.Current, TestCalls.Current)).Superseded);

            expected[Place(call.Current)] = [$"{stop}: call_id  lost-{stop}", $"lost: call_id  lost-{stop}"];
            if (done)
            {
                break;
            }
        }

        await CheckAsync(world);
    }

    private static string Place(Call call) => CallSortKey.Of(CallItemKey.Of(call));

    /// <summary>A call that has words of an earlier result, and the results of two more jobs.</summary>
    private static async Task<(Call Current, Call Later)> PrepareAsync(IndexWorld world, string callId)
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
    private static async Task<bool> PersistAsync(
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
    private static async Task<bool> WithMeanwhileAsync(
        IndexWorld world, Call call, ExecutionReference execution, int request, Func<Task> meanwhile)
    {
        var left = request;
        var http = new ThrottlingAfter { Meanwhile = () => --left == 0 ? meanwhile() : Task.CompletedTask };
        await world.PersistAsync(call, execution, world.Client(http));
        return left <= 0;
    }

    private async Task ExpectAsync(IndexWorld world, Call call) =>
        expected[Place(call)] = [.. await world.ExpectedAsync(call)];

    private async Task CheckAsync(IndexWorld world)
    {
        var words = await world.WordsAsync();
        Assert.True(expected.Count > 5, $"Only {expected.Count} calls were tried.");
        Assert.All(expected, call => Assert.Equal(call.Value, words[call.Key]));
    }
}
