using Pulumi;

namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

public sealed class SupportArgs : ResourceArgs
{
    [Input("kind", required: true)]
    public Input<string> Kind { get; set; } = null!; // checked by the resource model

    [Input("screwCount")]
    public Input<int>? ScrewCount { get; set; }
}
