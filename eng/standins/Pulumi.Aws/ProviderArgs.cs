#nullable enable

namespace Pulumi.Aws;

public sealed class ProviderArgs : global::Pulumi.ResourceArgs
{
    public ProviderArgs()
    {
        if ((Environment.GetEnvironmentVariable("AWS_REGION")
            ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION")) is { } region)
        {
            Region = region;
        }

        SkipCredentialsValidation = false;
        SkipRegionValidation = true;
    }

    [Input("allowedAccountIds", json: true)]
    private InputList<string>? _allowedAccountIds;

    public InputList<string> AllowedAccountIds
    {
        get => _allowedAccountIds ??= new InputList<string>();
        set => _allowedAccountIds = value;
    }

    [Input("defaultTags", json: true)]
    public Input<Inputs.ProviderDefaultTagsArgs>? DefaultTags { get; set; }

    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("skipCredentialsValidation", json: true)]
    public Input<bool>? SkipCredentialsValidation { get; set; }

    [Input("skipRegionValidation", json: true)]
    public Input<bool>? SkipRegionValidation { get; set; }
}
