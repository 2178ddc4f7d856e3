using Pulumi;

namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

/// <summary>A resource written the way generated ones are.</summary>
[ResourceType("test:index:Shelf", null)]
public sealed class Shelf : CustomResource
{
    public const string Token = "test:index:Shelf";

    public Shelf(string name, ShelfArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new ShelfArgs(), options)
    {
    }

    [Output("label")]
    public Output<string> Label { get; private set; } = null!; // set by the resource model

    [Output("width")]
    public Output<int> Width { get; private set; } = null!; // set by the resource model

    [Output("address")]
    public Output<string?> Address { get; private set; } = null!; // set by the resource model
}
