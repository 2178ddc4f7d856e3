namespace Pulumi;

/// <summary>A file or files that travel with a resource's inputs.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string propName, object value)
    {
        PropName = propName;
        Value = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal string PropName { get; }

    internal object Value { get; }
}
