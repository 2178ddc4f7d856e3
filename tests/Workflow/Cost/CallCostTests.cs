using CallRecording.Workflow.Cost;

namespace CallRecording.Tests.Workflow.Cost;

public sealed class CallCostTests
{
    [Theory]
    [InlineData(0, 0.009, 0, 0.000125)]
    [InlineData(60, 0.009, 0, 0.009125)]
    [InlineData(90, 0.006, 0, 0.009125)]
    [InlineData(600, 0.009, 1000, 0.09075)]
    public void A_call_costs_its_minutes_its_transitions_and_its_writes(
        decimal seconds, decimal minuteDollars, int writes, decimal expected) =>
        Assert.Equal(expected, CallCost.Dollars(seconds, minuteDollars, writes));
}
