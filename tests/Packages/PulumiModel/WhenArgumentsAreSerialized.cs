using System.Collections.Immutable;
using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenArgumentsAreSerialized
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    private readonly Carpenter carpenter = new();

    [Fact]
    public async Task Names_are_those_of_the_attributes_and_numbers_are_doubles()
    {
        var inputs = await InputsAsync(new ShelfArgs { Label = "books", Width = 80, Load = 2.5, Locked = true });

        Assert.Equal(["label", "load", "locked", "width"], Names(inputs));
        Assert.Equal("books", inputs["label"]);
        Assert.Equal(80d, Assert.IsType<double>(inputs["width"]));
        Assert.Equal(2.5, inputs["load"]);
        Assert.Equal(true, inputs["locked"]);
    }

    [Fact]
    public async Task Nothing_given_is_nothing_sent()
    {
        var inputs = await InputsAsync(new ShelfArgs { Label = Output.Create((string)null!) });

        Assert.Empty(inputs);
    }

    [Fact]
    public async Task Lists_and_maps_that_were_touched_are_sent_empty()
    {
        var args = new ShelfArgs();
        Assert.NotNull(args.Sizes);
        Assert.NotNull(args.Labels);

        var inputs = await InputsAsync(args);

        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["sizes"]));
        Assert.Empty(Assert.IsType<ImmutableDictionary<string, object>>(inputs["labels"]));
    }

    [Fact]
    public async Task Groups_of_arguments_are_dictionaries_all_the_way_down()
    {
        var inputs = await InputsAsync(new ShelfArgs
        {
            Support = new SupportArgs { Kind = "bracket" },
            Supports = { new SupportArgs { Kind = "rail", ScrewCount = 4 } },
        });

        var support = Assert.IsType<ImmutableDictionary<string, object>>(inputs["support"]);
        Assert.Equal(["kind"], Names(support));
        var supports = Assert.IsType<ImmutableArray<object>>(inputs["supports"]);
        var rail = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single(supports));
        Assert.Equal(4d, rail["screwCount"]);
    }

    [Fact]
    public async Task Lists_and_maps_take_values_and_outputs()
    {
        var inputs = await InputsAsync(new ShelfArgs
        {
            Sizes = { 1, Output.Create(2) },
            Labels = { ["top"] = "a", ["bottom"] = Output.Create("b") },
        });

        Assert.Equal([1d, 2d], Assert.IsType<ImmutableArray<object>>(inputs["sizes"]));
        var labels = Assert.IsType<ImmutableDictionary<string, object>>(inputs["labels"]);
        Assert.Equal(("a", "b"), (labels["top"], labels["bottom"]));
    }

    [Fact]
    public async Task Unions_and_enums_are_their_value()
    {
        var inputs = await InputsAsync(new ShelfArgs { Place = 3, Finish = Finish.Oak, Mode = Mode.Sliding });

        Assert.Equal(3d, inputs["place"]);
        Assert.Equal("oak", inputs["finish"]);
        Assert.Equal(1d, inputs["mode"]);
    }

    [Fact]
    public async Task Assets_stay_assets()
    {
        var inputs = await InputsAsync(new ShelfArgs
        {
            Manual = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("turn left") }),
        });

        Assert.IsType<AssetArchive>(inputs["manual"]);
    }

    [Fact]
    public async Task Secrets_are_shown_to_the_mocks_and_stay_secret_for_the_program()
    {
        var shelf = await ShelfAsync(new ShelfArgs { Label = Output.CreateSecret("diary") });

        Assert.Equal("diary", carpenter["only"].Inputs["label"]);
        // The mocks' answer is all the outputs are made of, and it says nothing of secrets.
        Assert.False(await Output.IsSecretAsync(shelf.Label));
    }

    [Fact]
    public async Task An_argument_that_is_JSON_is_sent_as_text()
    {
        var inputs = await InputsAsync(new ShelfArgs
        {
            Note = new SupportArgs { Kind = "a \"rail\" <é>", ScrewCount = Output.Create(4) },
        });

        Assert.Equal("""{ "kind": "a \"rail\" \u003cé\u003e", "screwCount": 4 }""", inputs["note"]);
    }

    [Fact]
    public async Task A_resource_as_an_argument_is_the_resource()
    {
        await Deployment.TestAsync(carpenter, Update, () =>
        {
            var room = new Room("hall");
            _ = new Shelf("only", new ShelfArgs { Above = room.Shelf, Room = room });
        });

        var above = Assert.IsType<Shelf>(carpenter["only"].Inputs["above"]);
        Assert.Equal("hall-shelf", above.GetResourceName());
        Assert.Equal("hall-shelf-id", await OutputUtilities.GetValueAsync(above.Id));
        var room = Assert.IsAssignableFrom<Resource>(carpenter["only"].Inputs["room"]);
        Assert.EndsWith("::hall", await OutputUtilities.GetValueAsync(room.Urn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_value_of_a_known_shape_fits_an_object()
    {
        var inputs = await InputsAsync(new ShelfArgs
        {
            Anything = new Dictionary<string, object?> { ["list"] = new[] { "a", null }, ["none"] = null },
        });

        var anything = Assert.IsType<ImmutableDictionary<string, object>>(inputs["anything"]);
        Assert.Equal(["list"], Names(anything));
        Assert.Equal(["a", null], Assert.IsType<ImmutableArray<object?>>(anything["list"]));
    }

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task A_value_that_has_no_shape_is_refused_by_the_name_of_its_property(object value, string why)
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => InputsAsync(new ShelfArgs { Anything = Output.Create(value) }));

        Assert.Contains("error serializing property \"anything\"", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(why, thrown.Message, StringComparison.Ordinal);
    }

    public static TheoryData<object, string> Unsupported() => new()
    {
        { 5L, "System.Int64 is not a supported argument type" },
        { new Uri("s3://a/b"), "System.Uri is not a supported argument type" },
        { Task.FromResult("later"), "Tasks are not allowed inside ResourceArgs" },
        { new Dictionary<int, string> { [1] = "a" }, "Dictionaries are only supported with string keys" },
    };

    [Fact]
    public async Task A_required_argument_must_be_given()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => InputsAsync(new ShelfArgs { Support = new SupportArgs() }));

        Assert.Contains(
            $"[Input] {typeof(SupportArgs).FullName}.Kind is required but was not given a value",
            thrown.Message,
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(ImmutableDictionary<string, object> values)
        => values.Keys.Order(StringComparer.Ordinal);

    private async Task<ImmutableDictionary<string, object>> InputsAsync(ShelfArgs args)
    {
        await ShelfAsync(args);
        return carpenter["only"].Inputs;
    }

    private async Task<Shelf> ShelfAsync(ShelfArgs args)
    {
        var resources = await Deployment.TestAsync(carpenter, Update, () => { _ = new Shelf("only", args); });
        return Assert.IsType<Shelf>(Assert.Single(resources));
    }
}
