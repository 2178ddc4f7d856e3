using System.Collections.Immutable;
using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

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

    [Fact]
    public async Task Outputs_have_the_types_they_declare()
    {
        var shelf = await OnlyShelfAsync(new ShelfArgs { Label = "books", Width = 80 });

        Assert.Equal("books", await OutputUtilities.GetValueAsync(shelf.Label));
        Assert.Equal(80, await OutputUtilities.GetValueAsync(shelf.Width));
        Assert.Equal("only-id", await OutputUtilities.GetValueAsync(shelf.Id));
        Assert.Equal(Shelf.Token, shelf.GetResourceType());
        Assert.Equal("only", shelf.GetResourceName());
    }

    [Fact]
    public async Task Outputs_the_mocks_say_nothing_about_are_null()
    {
        var shelf = await OnlyShelfAsync(new ShelfArgs());

        Assert.True(await OutputUtilities.GetIsKnownAsync(shelf.Label));
        Assert.Null(await OutputUtilities.GetValueAsync(shelf.Label));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(shelf.Width));
    }

    [Fact]
    public async Task An_answer_of_another_type_is_dropped()
    {
        var confused = new Carpenter { Added = carpenter.Added.SetItem("address", 7).SetItem("width", "wide") };

        var resources = await Deployment.TestAsync(confused, Update, () => { _ = new Shelf("only"); });

        var shelf = Assert.IsType<Shelf>(Assert.Single(resources));
        Assert.Null(await OutputUtilities.GetValueAsync(shelf.Address));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(shelf.Width));
    }

    [Fact]
    public async Task An_output_knows_the_resources_it_came_from()
    {
        var (resources, outputs) = await Deployment.TestAsync(carpenter, Update, () =>
        {
            var one = new Shelf("one");
            var two = new Shelf("two");
            return new Dictionary<string, object?> { ["both"] = Output.Format($"{one.Id} and {two.Label}") };
        });

        var both = Assert.IsType<Output<string>>(outputs["both"]);
        var sources = await OutputUtilities.GetDependenciesAsync(both);
        Assert.Equal(resources.ToHashSet(), sources.ToHashSet());
    }

    [Fact]
    public async Task A_resource_is_read_when_its_id_is_given()
    {
        var resources = await Deployment.TestAsync(carpenter, Update, () =>
        {
            _ = new Shelf("found", options: new CustomResourceOptions { Id = "shelf-9" });
            _ = new Shelf("imported", options: new CustomResourceOptions { ImportId = "shelf-10" });
        });

        Assert.Equal("shelf-9", carpenter["found"].Id);
        Assert.Equal("shelf-10", carpenter["imported"].Id);
        var found = resources.OfType<Shelf>().Single(shelf => shelf.GetResourceName() == "found");
        Assert.Equal("shelf-9", await OutputUtilities.GetValueAsync(found.Id));
    }

    private async Task<Shelf> OnlyShelfAsync(ShelfArgs args)
    {
        var resources = await Deployment.TestAsync(carpenter, Update, () => { _ = new Shelf("only", args); });
        return Assert.IsType<Shelf>(Assert.Single(resources));
    }
}
