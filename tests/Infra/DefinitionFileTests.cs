using CallRecording.Infra.Workflow;
using CallRecording.Tests.Workflow.Definition;

namespace CallRecording.Tests.Infra;

public sealed class DefinitionFileTests
{
    private static readonly IReadOnlyList<string> States = ProductDefinition.Functions;

    [Fact]
    public void Every_function_is_put_in()
    {
        var text = Definition.Of(States.ToDictionary(state => state, state => $"arn:{state}"));

        Assert.All(
            States, state => Assert.Contains($"\"FunctionName\": \"arn:{state}\"", text, StringComparison.Ordinal));
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_is_not_there_is_named()
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => Definition.Of(States.Skip(1).ToDictionary(state => state, state => $"arn:{state}")));

        Assert.Contains("${InvokeDataAutomationFunctionArn}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_nothing_uses_is_named()
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => Definition.Of(States.Append("Archive").ToDictionary(state => state, state => $"arn:{state}")));

        Assert.Contains("does not use Archive", refusal.Message, StringComparison.Ordinal);
    }
}
