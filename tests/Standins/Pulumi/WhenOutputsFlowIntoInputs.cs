using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace CallRecording.Tests.Standins.PulumiModel;

public sealed class WhenOutputsFlowIntoInputs
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    private readonly Carpenter carpenter = new()
    {
        Added = ImmutableDictionary<string, object>.Empty.Add("address", "aisle 7"),
    };

    [Fact]
    public async Task What_the_mocks_answer_reaches_the_next_resource()
    {
        await Deployment.TestAsync(carpenter, Update, () =>
        {
            var first = new Shelf("first", new ShelfArgs { Label = "books" });
            _ = new Shelf("second", new ShelfArgs { Label = Output.Format($"{first.Id} in {first.Address}") });
        });

        Assert.Equal("first-id in aisle 7", carpenter["second"].Inputs["label"]);
    }
}
