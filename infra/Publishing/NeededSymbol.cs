namespace CallRecording.Infra.Publishing;

/// <summary>A version of glibc that a binary asks for.</summary>
/// <param name="Symbol">Null for a version that is needed without a symbol of its own.</param>
/// <param name="Version">For example GLIBC_2.34.</param>
internal sealed record NeededSymbol(string? Symbol, string Version)
{
    public override string ToString() => Symbol is null ? Version : $"{Symbol}@{Version}";
}
