namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>A Content-Security-Policy as a browser evaluates it, for the sources that the page uses: 'none', 'self',
/// whole hosts by https, and schemes such as data:. Source: https://www.w3.org/TR/CSP3/.</summary>
internal sealed class ContentPolicy
{
    private const string Fallback = "default-src";

    /// <summary>Directives without which everything is allowed: default-src does not stand in for them.</summary>
    private static readonly string[] WithoutFallback = ["base-uri", "form-action", "frame-ancestors"];

    private readonly Dictionary<string, string[]> directives = new(StringComparer.Ordinal);

    /// <exception cref="NotSupportedException">It has a source that is not known here.</exception>
    public ContentPolicy(string text)
    {
        foreach (var directive in text.Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] words = directive.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // Of two directives of one name browsers take the first.
            directives.TryAdd(words[0], words[1..]);
        }
    }

    /// <summary>Each source that the policy allows, with its directive.</summary>
    public IEnumerable<(string Directive, string Source)> Sources =>
        from directive in directives
        from source in directive.Value
        where source != "'none'"
        select (directive.Key, source);

    /// <param name="what">An address, or <c>inline</c> or <c>eval</c>.</param>
    /// <param name="self">The page's own origin.</param>
    /// <returns>The source that allows it; null where the browser refuses.</returns>
    public (string Directive, string Source)? Allows(string directive, string what, string self)
    {
        var applied = directives.ContainsKey(directive) ? directive
            : WithoutFallback.Contains(directive) ? null
            : Fallback;
        if (applied is null || !directives.TryGetValue(applied, out var sources))
        {
            return (directive, "(nothing said)");
        }

        return sources.FirstOrDefault(source => Matches(source, what, self)) is { } found ? (applied, found) : null;
    }

    private static bool Matches(string source, string what, string self) => source switch
    {
        "'none'" => false,
        "'self'" => IsOf(what, self),
        "'unsafe-inline'" => what == "inline",
        "'unsafe-eval'" => what == "eval",
        "*" => what.StartsWith("https://", StringComparison.Ordinal)
            || what.StartsWith("http://", StringComparison.Ordinal),
        _ when source.StartsWith('\'') => throw new NotSupportedException($"The source {source} is not known here."),
        _ when source.EndsWith(':') => what.StartsWith(source, StringComparison.Ordinal),
        _ when source.Contains("://*.", StringComparison.Ordinal) => IsBelow(what, source),
        _ => IsOf(what, source),
    };

    private static bool IsOf(string address, string origin) =>
        address == origin || address.StartsWith(origin.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static bool IsBelow(string address, string source)
    {
        var star = source.IndexOf('*', StringComparison.Ordinal);
        var (scheme, host) = (source[..star], source[(star + 1)..]);
        return address.StartsWith(scheme, StringComparison.Ordinal)
            && address[scheme.Length..].Split('/')[0].EndsWith(host, StringComparison.Ordinal);
    }
}
