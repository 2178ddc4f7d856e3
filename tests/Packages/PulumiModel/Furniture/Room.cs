using Pulumi;

namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

/// <summary>A component that holds one shelf.</summary>
public sealed class Room : ComponentResource
{
    public const string Token = "test:index:Room";

    public Room(string name, ComponentResourceOptions? options = null, CustomResourceOptions? shelfOptions = null)
        : base(Token, name, options)
    {
        Shelf = new Shelf(
            $"{name}-shelf",
            new ShelfArgs { Label = name },
            CustomResourceOptions.Merge(shelfOptions, new CustomResourceOptions { Parent = this }));
        Label = Shelf.Label;
        RegisterOutputs();
    }

    public Shelf Shelf { get; }

    [Output("label")]
    public Output<string> Label { get; private set; }
}
