namespace CallRecording.Emulators.Lambda;

/// <summary>The ways in which Lambda's callers name a function: name, name:qualifier, partial ARN, ARN.</summary>
internal static class FunctionName
{
    private const string Latest = "$LATEST";

    /// <returns>The plain name; null for a version or an alias, which no function has here.</returns>
    public static string? Parse(string nameOrArn)
    {
        var marker = nameOrArn.LastIndexOf("function:", StringComparison.Ordinal);
        var rest = marker < 0 ? nameOrArn : nameOrArn[(marker + "function:".Length)..];
        return rest.Split(':') switch
        {
            [var name] => name,
            [var name, Latest] => name,
            _ => null,
        };
    }
}
