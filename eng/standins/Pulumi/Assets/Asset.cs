namespace Pulumi;

/// <summary>One blob.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string propName, object value) : base(propName, value)
    {
    }
}
