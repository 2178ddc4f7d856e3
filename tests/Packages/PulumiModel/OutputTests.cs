using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class OutputTests
{
    [Fact]
    public async Task Apply_takes_values_tasks_outputs_and_inputs()
    {
        var one = Output.Create(1);

        Assert.Equal(2, await ValueAsync(one.Apply(value => value + 1)));
        Assert.Equal(2, await ValueAsync(one.Apply(value => Task.FromResult(value + 1))));
        Assert.Equal(2, await ValueAsync(one.Apply(value => Output.Create(value + 1))));
        Assert.Equal(2, await ValueAsync(one.Apply(value => (Input<int>)(value + 1))));
        Assert.Equal(2, await ValueAsync(((Input<int>)one).Apply(value => value + 1)));
        Assert.Null(await ValueAsync(one.Apply(Output<string>? (_) => null)));
    }

    [Fact]
    public async Task Format_fills_its_holes_with_values_and_outputs_alike()
    {
        var formatted = Output.Format($"{Output.Create("a")}-{(Input<int>)2}-{3.5:0.00}-{(string?)null}-{{x}}");

        Assert.Equal("a-2-3.50--{x}", await ValueAsync(formatted));
    }

    [Fact]
    public async Task All_keeps_the_order()
    {
        Assert.Equal([1, 2], await ValueAsync(Output.All(Output.Create(1), Output.Create(2))));
        Assert.Equal([1, 2], await ValueAsync(Output.All<int>(1, Output.Create(2))));
        Assert.Equal([1, 2], await ValueAsync(Output.All(new[] { 1, 2 }.Select(number => Output.Create(number)))));
        Assert.Equal([1, 2], await ValueAsync(Output.All(new List<Input<int>> { 1, 2 })));
    }

    [Fact]
    public async Task Tuples_hold_two_to_eight()
    {
        Output<int> a = Output.Create(1);
        Output<string> b = Output.Create("b");

        Assert.Equal((1, "b"), await ValueAsync(Output.Tuple(a, b)));
        Assert.Equal((1, "c"), await ValueAsync(Output.Tuple<int, string>(1, "c")));
        Assert.Equal((1, "b", 1, "b", 1, "b", 1, "b"), await ValueAsync(Output.Tuple(a, b, a, b, a, b, a, b)));
    }

    [Fact]
    public async Task A_secret_makes_everything_made_of_it_secret()
    {
        var secret = Output.CreateSecret("s");

        Assert.True(await Output.IsSecretAsync(secret.Apply(text => text.Length)));
        Assert.True(await Output.IsSecretAsync(Output.Create(1).Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{secret}!")));
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create("a"), secret)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(Output.Create("a"), secret)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Output.Create(1))));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await Output.IsSecretAsync(Output.Create("a")));
    }

    [Fact]
    public async Task Json_has_the_values_of_the_outputs_and_inputs_in_it()
    {
        var policy = new Dictionary<string, object?>
        {
            ["Resource"] = Output.Create("arn:aws:s3:::a/*"),
            ["Action"] = (InputList<string>)new[] { "s3:Get", "s3:Put" },
            ["Condition"] = new InputMap<string> { ["a"] = Output.Create("b") },
            ["Count"] = (Input<int>)3,
        };

        Assert.Equal(
            """
            {"Resource":"arn:aws:s3:::a/*","Action":["s3:Get","s3:Put"],"Condition":{"a":"b"},"Count":3}
            """,
            await ValueAsync(Output.JsonSerialize(Output.Create(policy))));
    }

    [Fact]
    public async Task Json_follows_its_options_and_takes_secrets_over()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        var json = Output.JsonSerialize(Output.Create(new Statement(Output.CreateSecret("key"))), options);

        Assert.Equal("""{"keyArn":"key"}""", await ValueAsync(json));
        Assert.True(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task Arrays_are_reached_into()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("a", await ValueAsync(array.First()));
        Assert.Equal("b", await ValueAsync(array.GetAt(1)));
        Assert.Equal(2, await ValueAsync(array.Length()));
    }

    [Fact]
    public async Task Unions_are_one_or_the_other()
    {
        Union<string, int> number = 3;

        Assert.True(number.IsT1);
        Assert.Equal(3, number.Value);
        Assert.Equal("3", number.Match(text => text, value => $"{value}"));
        Assert.Throws<InvalidOperationException>(() => number.AsT0);
        Assert.Equal(3, await ValueAsync(Output.Create(number).AsT1()));
        Assert.NotEqual(number, Union<string, int>.FromT0("3"));
    }

    private static Task<T> ValueAsync<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    private sealed record Statement(Input<string> KeyArn);
}
