using CallRecording.Emulators.Lambda;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Emulators.EventSourceMapping;

public sealed class WhenABatchFails : MappedQueue
{
    [Fact]
    public async Task Only_the_failed_one_of_a_batch_is_delivered_again()
    {
        await SendAsync("good-1", "bad", "good-2");
        var functions = new AnsweringFunctions(batch => Task.FromResult(FailuresOf(batch, body => body == "bad")));
        await using var mapping = Map(functions);

        await Eventually.TrueAsync(() => Deliveries(functions, "bad") >= 3, "the bad message came three times");

        Assert.Equal(1, Deliveries(functions, "good-1"));
        Assert.Equal(1, Deliveries(functions, "good-2"));
    }

    [Fact]
    public async Task A_message_that_never_works_ends_in_the_dead_letters_after_ten_receives()
    {
        await SendAsync("bad");
        var functions = new AnsweringFunctions(batch => Task.FromResult(FailuresOf(batch, body => body == "bad")));
        await using var mapping = Map(functions);

        var dead = await ReceiveDeadLetterAsync();

        Assert.Equal("bad", dead);
        Assert.Equal(QueueSettings.MaxReceives, Deliveries(functions, "bad"));
        Assert.Equal(0, await LeftAsync());
    }

    [Fact]
    public async Task All_of_a_batch_comes_back_when_the_function_fails()
    {
        await SendAsync("one", "two");
        var functions = new AnsweringFunctions(_ => Task.FromResult("{}")) { FunctionError = "Unhandled" };
        await using var mapping = Map(functions);

        await Eventually.TrueAsync(
            () => Deliveries(functions, "one") > 1 && Deliveries(functions, "two") > 1, "both came back");
        functions.FunctionError = null;

        await Eventually.TrueAsync(async () => await LeftAsync() == 0, "the queue is empty");
    }

    [Fact]
    public async Task All_of_a_batch_comes_back_when_the_function_is_throttled()
    {
        await SendAsync("one");
        var throttled = 0;
        var functions = new AnsweringFunctions(_ => Interlocked.Increment(ref throttled) == 1
            ? throw new FunctionInvocationException("TooManyRequestsException", 429, "Rate Exceeded.")
            : Task.FromResult("{}"));
        await using var mapping = Map(functions);

        await Eventually.TrueAsync(
            async () => Deliveries(functions, "one") == 2 && await LeftAsync() == 0, "it came back");

        Assert.Contains(Log, line => line.Contains("Rate Exceeded.", StringComparison.Ordinal));
    }
}
