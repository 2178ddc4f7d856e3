namespace CallRecording.Standins.PulumiAws.Bridge;

/// <summary>What the bridge decided about one attribute or block, where its rules alone would not say so.</summary>
/// <param name="Name">Its name in Pulumi.</param>
/// <param name="CSharpName">The member's name, where the class already has that name.</param>
/// <param name="Type">The element's C# type: a number that is no integer, an archive, an enumeration.</param>
/// <param name="Single">Whether a list of at most one is that one.</param>
/// <param name="Required">Whether an argument must be given.</param>
/// <param name="OutputOnly">Whether a program can no longer set it.</param>
/// <param name="Null">Whether an output may be null.</param>
/// <param name="Deprecated">What the compiler says to a program that sets it.</param>
/// <param name="Default">What it is where a program does not set it.</param>
/// <param name="Secret">Whether it is secret: both the value that a program sets and the output.</param>
internal sealed record BridgedProperty(
    string? Name,
    string? CSharpName,
    string? Type,
    bool? Single,
    bool? Required,
    bool OutputOnly,
    bool? Null,
    string? Deprecated,
    string? Default,
    bool Secret)
{
    public static BridgedProperty ByTheRules { get; } =
        new(null, null, null, null, null, false, null, null, null, false);
}
