using CallRecording.Tests.Infra.Code;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>A run shows what a function does, its compiled code what it can do: a request that the run misses is seen
/// here.</summary>
public sealed class RequestFileTests
{
    [Fact]
    public async Task Every_action_that_a_functions_code_can_reach_is_on_record()
    {
        var program = await DeployedProgram.RunAsync("prod", ("uploads", "true"));
        Assert.All(Graph.Functions(program.Program), function =>
        {
            var reached = FunctionCode.Of(Graph.Variable(function, "FUNCTION")).Actions;
            var kept = RequestFiles.OfFunctions[function.Name[RoleRequests.Prefix.Length..]].Keys;

            Assert.NotEmpty(reached);
            Assert.Empty(reached.Except(kept).Select(action => $"{function.Name} can {action}, and was not seen to."));
        });
    }

    [Fact]
    public void Each_line_of_data_says_why_it_is_there()
    {
        Assert.All(RequestFiles.OnBehalf, one =>
            Assert.Contains("https://docs.aws.amazon.com/", one.Why, StringComparison.Ordinal));
        Assert.All(RequestFiles.Unused, one => Assert.InRange(one.Why.Length, 20, 300));
    }
}
