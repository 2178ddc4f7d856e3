using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;

namespace CallRecording.Tests.Tasks.Words;

/// <summary>Two executions of one call that are both stopped, and one that loses its item besides.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenIndexingIsCutOffTwice(RunningEmulators emulators) : CutOffIndexing
{
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

            Expect(call.Current, $"{stop}: call_id  lost-{stop}", $"lost: call_id  lost-{stop}");
            if (done)
            {
                break;
            }
        }

        await CheckAsync(world);
    }
}
