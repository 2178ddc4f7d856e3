using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenTransformationsApply
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    private readonly Carpenter carpenter = new();

    [Fact]
    public async Task They_see_the_resource_its_arguments_and_its_options()
    {
        var seen = new List<string>();

        await Deployment.TestAsync(carpenter, Update, () =>
        {
            _ = new Room(
                "hall",
                new ComponentResourceOptions { ResourceTransformations = { Note } },
                new CustomResourceOptions { Protect = true, IgnoreChanges = { "label" } });
        });

        Assert.Equal(["test:index:Room EmptyResourceArgs ", "test:index:Shelf ShelfArgs True label hall"], seen);

        ResourceTransformationResult? Note(ResourceTransformationArgs args)
        {
            var (resource, options) = (args.Resource, args.Options);
            var parts = new[]
            {
                resource.GetResourceType(), args.Args.GetType().Name, options.Protect?.ToString(),
                options.IgnoreChanges.SingleOrDefault(), options.Parent?.GetResourceName(),
            };
            seen.Add(string.Join(' ', parts).TrimEnd() + (options.Parent is null ? " " : ""));
            return null;
        }
    }

    [Fact]
    public async Task They_change_arguments_and_options_one_after_the_other()
    {
        await Deployment.TestAsync(carpenter, Update, () =>
        {
            var options = new CustomResourceOptions { ResourceTransformations = { Append("a"), Append("b") } };
            _ = new Shelf("only", new ShelfArgs { Label = "label" }, options);
        });

        Assert.Equal("label-a-b", carpenter["only"].Inputs["label"]);

        static ResourceTransformation Append(string suffix) => args => new ResourceTransformationResult(
            new ShelfArgs { Label = ((ShelfArgs)args.Args).Label.Apply(label => $"{label}-{suffix}") }, args.Options);
    }

    [Fact]
    public async Task Those_of_the_stack_apply_to_every_resource()
    {
        await Deployment.TestAsync<Labelled>(carpenter, Update);

        Assert.Equal("stack", carpenter["top"].Inputs["label"]);
        Assert.Equal("stack", carpenter["hall-shelf"].Inputs["label"]);
    }

    [Fact]
    public async Task They_do_not_move_a_resource_to_another_parent()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(carpenter, Update, () =>
        {
            var room = new Room("hall");
            var options = new CustomResourceOptions { ResourceTransformations = { MoveTo(room) } };
            _ = new Shelf("only", options: options);
        }));

        Assert.Contains(
            "Transformations cannot currently be used to change the 'parent'",
            thrown.Message,
            StringComparison.Ordinal);

        static ResourceTransformation MoveTo(Room room)
            => args => new(args.Args, new CustomResourceOptions { Parent = room });
    }

    [Fact]
    public async Task Options_given_are_not_touched()
    {
        var options = new CustomResourceOptions();

        await Deployment.TestAsync(carpenter, Update, () =>
        {
            var room = new Room("hall", new ComponentResourceOptions { Protect = true });
            options.Parent = room;
            _ = new Shelf("only", options: options);
        });

        Assert.Null(options.Protect);
    }

    private sealed class Labelled : Stack
    {
        public Labelled() : base(new StackOptions { ResourceTransformations = { Label } })
        {
            _ = new Shelf("top");
            _ = new Room("hall");
        }

        private static ResourceTransformationResult? Label(ResourceTransformationArgs args)
            => args.Args is ShelfArgs ? new(new ShelfArgs { Label = "stack" }, args.Options) : null;
    }
}
