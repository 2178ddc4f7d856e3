using System.Collections.Immutable;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>Breakages that no change of an input makes: of outputs, and of how the engine treats a resource.</summary>
public sealed class WhenWhatIsNoInputIsWrong
{
    [Theory]
    [InlineData("queueUrl", "deadLetterQueueUrl")]
    [InlineData("tableName", "wordsTableName")]
    [InlineData("pageUrl", "apiUrl")]
    public async Task An_output_that_is_another_one_is_noticed(string name, string other)
    {
        var program = await TestStacks.RunAsync("prod");

        var wrong =
            program with { Outputs = program.Outputs.ToImmutableDictionary().SetItem(name, program.Outputs[other]) };

        Assert.Contains(
            StackValueRules.The_outputs_are_what_they_are_called_after(wrong),
            problem => problem.StartsWith($"The output {name} is ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aws:dynamodb/table:Table", "call-recordings")]
    [InlineData("aws:s3/bucket:Bucket", "output")]
    public async Task Data_that_Pulumi_would_delete_are_noticed(string type, string what)
    {
        var program = await TestStacks.RunAsync("prod");
        var kept = program.Of(type).Single(one => one.Name == Stack.Of(program, what));

        var wrong = program.With(kept with { Treatment = [] });

        Assert.Equal(
            [$"{kept.Name} is not protected, with protectData True."],
            StorageValueRules.Data_are_deleted_by_mistake_only_where_the_settings_allow_it(wrong));
    }
}
