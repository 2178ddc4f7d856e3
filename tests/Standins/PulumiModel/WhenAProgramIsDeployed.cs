using Pulumi;

namespace CallRecording.Tests.Standins.PulumiModel;

public sealed class WhenAProgramIsDeployed
{
    [Fact]
    public async Task It_says_in_one_line_which_package_is_missing()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<Empty>());

        Assert.Contains("stand-in for the NuGet package Pulumi", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    private sealed class Empty : Stack;
}
