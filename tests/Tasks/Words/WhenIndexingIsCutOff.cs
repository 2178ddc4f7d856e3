using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;

namespace CallRecording.Tests.Tasks.Words;

/// <summary>Executions of one call that are stopped anywhere, run again, or work at the same time: whatever happens,
/// once they are done the call's words are those of the results that its item has.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenIndexingIsCutOff(RunningEmulators emulators) : CutOffIndexing
{
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
}
