using Pulumi;

namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

public sealed class ShelfArgs : ResourceArgs
{
    [Input("labels")]
    private InputMap<string>? labels;

    [Input("sizes")]
    private InputList<int>? sizes;

    [Input("supports")]
    private InputList<SupportArgs>? supports;

    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("width")]
    public Input<int>? Width { get; set; }

    [Input("load")]
    public Input<double>? Load { get; set; }

    [Input("locked")]
    public Input<bool>? Locked { get; set; }

    [Input("support")]
    public Input<SupportArgs>? Support { get; set; }

    [Input("place")]
    public InputUnion<string, int>? Place { get; set; }

    [Input("finish")]
    public InputUnion<string, Finish>? Finish { get; set; }

    [Input("mode")]
    public Input<Mode>? Mode { get; set; }

    [Input("manual")]
    public Input<AssetOrArchive>? Manual { get; set; }

    [Input("above")]
    public Input<Shelf>? Above { get; set; }

    [Input("room")]
    public Input<Room>? Room { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("note", json: true)]
    public Input<SupportArgs>? Note { get; set; }

    public InputMap<string> Labels
    {
        get => labels ??= new InputMap<string>();
        set => labels = value;
    }

    public InputList<int> Sizes
    {
        get => sizes ??= new InputList<int>();
        set => sizes = value;
    }

    public InputList<SupportArgs> Supports
    {
        get => supports ??= new InputList<SupportArgs>();
        set => supports = value;
    }
}
