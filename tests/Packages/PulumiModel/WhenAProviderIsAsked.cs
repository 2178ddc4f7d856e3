using System.Collections.Immutable;
using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenAProviderIsAsked
{
    private const string Token = "test:index:getCatalog";

    private readonly List<MockCallArgs> calls = [];
    private readonly Carpenter carpenter;

    public WhenAProviderIsAsked() => carpenter = new()
    {
        Answer = call =>
        {
            calls.Add(call);
            return new Dictionary<string, object>
            {
                ["owner"] = $"owner of {call.Args["name"]}",
                ["sizes"] = ImmutableArray.Create<object>(1, 2),
                ["entries"] = ImmutableArray.Create<object>(
                    ImmutableDictionary<string, object>.Empty.Add("title", "Emma").Add("class", "novel")),
            };
        },
    };

    [Fact]
    public async Task The_answer_is_an_output_of_the_declared_type()
    {
        var catalog = await AskAsync(isPreview: false, _ => "main");

        Assert.Equal("owner of main", catalog?.Owner);
        Assert.Equal([1, 2], catalog?.Sizes ?? []);
        var entry = Assert.Single(catalog?.Entries ?? []);
        Assert.Equal(("Emma", "novel"), (entry.Title, entry.Kind));
        Assert.Equal((Token, ""), (Assert.Single(calls).Token, calls[0].Provider));
    }

    [Fact]
    public async Task The_answer_can_be_awaited()
    {
        await Deployment.TestAsync(carpenter, new TestOptions { IsPreview = false }, async () =>
        {
            var catalog = await Deployment.Instance.InvokeAsync<Catalog>(Token, new CatalogArgs { Name = "main" });
            _ = new Shelf("only", new ShelfArgs { Label = catalog.Owner });
        });

        Assert.Equal("owner of main", carpenter["only"].Inputs["label"]);
    }

    [Fact]
    public async Task No_provider_is_asked_with_an_unknown_argument()
    {
        var catalog = await AskAsync(isPreview: true, shelf => shelf.Label);

        Assert.Null(catalog);
        Assert.Empty(calls);
    }

    private async Task<Catalog?> AskAsync(bool isPreview, Func<Shelf, Input<string>> name)
    {
        var (_, outputs) = await Deployment.TestAsync(carpenter, new TestOptions { IsPreview = isPreview }, () =>
        {
            var args = new CatalogArgs { Name = name(new Shelf("only")) };
            return new Dictionary<string, object?>
            {
                ["catalog"] = Deployment.Instance.Invoke<Catalog>(Token, args, new InvokeOptions()),
            };
        });
        var catalog = Assert.IsType<Output<Catalog>>(outputs["catalog"]);
        return await OutputUtilities.GetIsKnownAsync(catalog) ? await OutputUtilities.GetValueAsync(catalog) : null;
    }

    private sealed class CatalogArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!; // checked by the resource model
    }

    [OutputType]
    private sealed class Catalog
    {
        [OutputConstructor]
        private Catalog(string owner, ImmutableArray<int> sizes, ImmutableArray<Entry> entries)
            => (Owner, Sizes, Entries) = (owner, sizes, entries);

        public string Owner { get; }

        public ImmutableArray<int> Sizes { get; }

        public ImmutableArray<Entry> Entries { get; }
    }

    [OutputType]
    private sealed class Entry
    {
        [OutputConstructor]
        private Entry(string title, [OutputConstructorParameter("class")] string kind) => (Title, Kind) = (title, kind);

        public string Title { get; }

        public string Kind { get; }
    }
}
