#nullable enable

namespace Pulumi.Aws.Inputs;

public sealed class ProviderDefaultTagsArgs : global::Pulumi.ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }
}
