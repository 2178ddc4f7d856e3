using System.Globalization;
using Amazon.Runtime;
using CallRecording.Operations;

namespace CallRecording.Tests.Operations;

public sealed class RetryPolicyTests : IDisposable
{
    private readonly HastyClock clock = new();
    private readonly StringWriter told = new(CultureInfo.InvariantCulture);
    private int asked;

    public void Dispose() => told.Dispose();

    [Fact]
    public async Task A_service_that_is_away_is_asked_again_until_it_is_back()
    {
        var answer = await AskAsync(
            () => ++asked < 4 ? throw new HttpRequestException("Refused.") : Task.FromResult(asked));

        Assert.Equal(4, answer);
        Assert.Equal([1, 2, 4], clock.PausesInSeconds);
        Assert.Equal(
            ["  waiting 1 s: Query: Refused.", "  waiting 2 s: Query: Refused.", "  waiting 4 s: Query: Refused."],
            told.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Where_credentials_are_missing_nothing_is_waited_for()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(() => AskAsync(() =>
        {
            asked++;
            throw new AmazonClientException("No credentials.\nNeither here\nnor there.");
        }));

        Assert.Equal("Query: No credentials.", problem.Message);
        Assert.Equal((1, 0), (asked, clock.Pauses.Count));
    }

    private Task<int> AskAsync(Func<Task<int>> ask) =>
        new CallRecording.Operations.Targets.RetryPolicy(clock, told)
            .AskAsync("Query", ask, TestContext.Current.CancellationToken);
}
