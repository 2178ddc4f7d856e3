using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>Metrics that the settlement embeds in its own lines.</summary>
public sealed class WhenASweepIsLogged
{
    [Fact]
    public async Task CloudWatch_finds_the_settled_calls_and_the_oldest_one_in_the_line()
    {
        var program = await TestStacks.RunAsync("prod");
        var output = new StringWriter();

        new EmbeddedMetrics(output, TimeProvider.System).Swept(2, TimeSpan.FromSeconds(901.5));

        var made = LoggedMetrics.Of(program, "/aws/lambda/dmg-inbound-callrecording-settlement", output.ToString());
        Assert.Equal(
            ["CallRecording CallsSettled: 2", "CallRecording OldestInProgressSeconds: 901.5"],
            made.Select(one => $"{one.Metric}: {one.Value}"));
    }
}
