namespace Amazon.Lambda.RuntimeSupport;

/// <param name="Format">Null where there is none.</param>
internal sealed record NamedArgument(string Name, string Format, object Value)
{
    /// <summary>The value as its format writes it; null without one.</summary>
    public string Formatted => Format is null ? null : string.Format(null, $"{{0:{Format}}}", Value);

    /// <param name="hole">What stands between the braces.</param>
    public static NamedArgument Of(string hole, object value)
    {
        if (hole[0] == '@')
        {
            throw new NotSupportedException($"{{{hole}}}: arguments as JSON are not part of this stand-in.");
        }

        var parts = hole.Split(':', 2);
        var format = parts is [_, var given] ? given.Trim() : string.Empty;
        return new(parts[0].Trim(), format.Length > 0 ? format : null, value);
    }
}
