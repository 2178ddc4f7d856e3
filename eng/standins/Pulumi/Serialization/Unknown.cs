namespace Pulumi.Serialization;

/// <summary>A value that a preview cannot know.</summary>
internal sealed class Unknown
{
    /// <summary>How the engine's protocol spells it, where it is part of a string.</summary>
    public const string OnTheWire = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static readonly Unknown Instance = new();

    private Unknown()
    {
    }
}
