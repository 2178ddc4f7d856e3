using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenResourcesHaveParents
{
    private static readonly TestOptions Update = new()
    {
        IsPreview = false,
        ProjectName = "house",
        StackName = "dev",
        OrganizationName = "us",
    };

    private readonly Carpenter carpenter = new();

    // The outermost type alone is kept of the chain, and the stack counts: mocks differ from the engine here.
    [Theory]
    [InlineData("alone", "pulumi:pulumi:Stack$test:index:Shelf::alone")]
    [InlineData("hall", "pulumi:pulumi:Stack$test:index:Room::hall")]
    [InlineData("hall-shelf", "pulumi:pulumi:Stack$test:index:Shelf::hall-shelf")]
    [InlineData("on-top", "pulumi:pulumi:Stack$test:index:Shelf::on-top")]
    public async Task Urns_name_stack_project_type_and_name(string name, string end)
    {
        var resources = await Deployment.TestAsync(carpenter, Update, () =>
        {
            _ = new Shelf("alone");
            var room = new Room("hall");
            _ = new Shelf("on-top", options: new CustomResourceOptions { Parent = room.Shelf });
        });

        var resource = resources.Single(one => one.GetResourceName() == name);
        Assert.Equal($"urn:pulumi:dev::house::{end}", await OutputUtilities.GetValueAsync(resource.Urn));
    }

    [Fact]
    public async Task Mocks_see_components_and_not_the_stack()
    {
        var resources = await Deployment.TestAsync<OneRoom>(carpenter, Update);

        Assert.Equal([Room.Token, Shelf.Token], carpenter.Asked.Select(args => args.Type));
        Assert.Empty(carpenter["hall"].Inputs);
        Assert.Equal(["house-dev", "hall", "hall-shelf"], resources.Select(one => one.GetResourceName()));
    }

    [Fact]
    public async Task Components_and_stacks_register_their_outputs()
    {
        await Deployment.TestAsync<OneRoom>(carpenter, Update);

        var room = carpenter.Outputs.Single(outputs => outputs.Urn.EndsWith("::hall", StringComparison.Ordinal));
        Assert.Equal("hall", await OutputUtilities.GetValueAsync(room.Outputs["label"]));
        var stack = carpenter.Outputs.Single(outputs => outputs.Urn.EndsWith("::house-dev", StringComparison.Ordinal));
        Assert.Equal(["Width", "shelfId"], stack.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("hall-shelf-id", await OutputUtilities.GetValueAsync(stack.Outputs["shelfId"]));
        Assert.True(await Output.IsSecretAsync(stack.Outputs["Width"]));
    }

    [Fact]
    public async Task A_component_keeps_the_outputs_it_set()
    {
        var resources = await Deployment.TestAsync<OneRoom>(carpenter, Update);

        var room = Assert.Single(resources.OfType<Room>());
        Assert.Equal("hall", await OutputUtilities.GetValueAsync(room.Label));
    }

    [Fact]
    public async Task The_program_knows_where_it_runs()
    {
        var (_, outputs) = await Deployment.TestAsync(carpenter, Update, () =>
        {
            var run = Deployment.Instance;
            return new Dictionary<string, object?> { ["run"] = (run.OrganizationName, run.ProjectName, run.StackName) };
        });

        Assert.Equal(("us", "house", "dev"), outputs["run"]);
    }

    [Fact]
    public async Task Defaults_stand_in_for_missing_names()
    {
        var (_, outputs) = await Deployment.TestAsync(carpenter, new TestOptions(), () =>
        {
            var run = Deployment.Instance;
            return new Dictionary<string, object?> { ["run"] = (run.OrganizationName, run.ProjectName, run.StackName) };
        });

        Assert.Equal(("organization", "project", "stack"), outputs["run"]);
    }

    [Fact]
    public async Task Children_take_the_provider_of_their_parent()
    {
        await Deployment.TestAsync(carpenter, Update, () =>
        {
            var provider = new ProviderResource("test", "oak", ResourceArgs.Empty, new CustomResourceOptions());
            var other = new ProviderResource("other", "pine", ResourceArgs.Empty, new CustomResourceOptions());
            _ = new Room("hall", new ComponentResourceOptions { Providers = { provider, other } });
            _ = new Room("attic", new ComponentResourceOptions { Provider = other });
            _ = new Shelf("own", options: new CustomResourceOptions { Provider = provider });
        });

        const string reference =
            "urn:pulumi:dev::house::pulumi:pulumi:Stack$pulumi:providers:test::oak::oak-id";
        Assert.Equal("pulumi:providers:test", carpenter["oak"].Type);
        Assert.Equal(reference, carpenter["hall-shelf"].Provider);
        Assert.Equal(reference, carpenter["own"].Provider);
        Assert.Equal("", carpenter["attic-shelf"].Provider);
        Assert.Equal("", carpenter["hall"].Provider);
    }

    [Fact]
    public async Task Aliases_that_say_two_things_are_refused()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(carpenter, Update, () =>
            {
                _ = new Shelf("a", options: new CustomResourceOptions { Aliases = { new Alias { Name = "b" } } });
                _ = new Shelf(
                    "c", options: new CustomResourceOptions { Aliases = { new Alias { Urn = "urn:x", Name = "d" } } });
            }));

        Assert.Contains("both Urn and Name", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urns_can_be_made_of_their_parts()
    {
        var (_, outputs) = await Deployment.TestAsync(carpenter, Update, () =>
        {
            var room = new Room("hall");
            return new Dictionary<string, object?>
            {
                ["top"] = Urn.Create("a", Shelf.Token),
                ["below"] = Urn.Create("a", Shelf.Token, room),
            };
        });

        Assert.Equal("urn:pulumi:dev::house::test:index:Shelf::a", await TextAsync(outputs["top"]));
        Assert.Equal(
            "urn:pulumi:dev::house::pulumi:pulumi:Stack$test:index:Room$test:index:Shelf::a",
            await TextAsync(outputs["below"]));
    }

    private static Task<string> TextAsync(object? output)
        => OutputUtilities.GetValueAsync(Assert.IsType<Output<string>>(output));

    private sealed class OneRoom : Stack
    {
        public OneRoom()
        {
            var room = new Room("hall");
            ShelfId = room.Shelf.Id;
            Width = Output.CreateSecret(80);
        }

        [Output("shelfId")]
        public Output<string> ShelfId { get; set; }

        [Output]
        public Output<int> Width { get; set; }
    }
}
