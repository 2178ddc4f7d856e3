using System.Text.RegularExpressions;

namespace CallRecording.Infra.Publishing;

/// <summary>What a binary asks of the machine it is to run on, as binutils' <c>readelf</c> tells it.</summary>
/// <param name="Machine">In readelf's words.</param>
internal sealed partial record ElfFacts(string Machine, IReadOnlyList<NeededSymbol> Needs)
{
    /// <summary>What <see cref="Parse"/> reads the output of, before the file's path and in the language C.</summary>
    public static IReadOnlyList<string> ReadelfOptions { get; } =
        ["--wide", "--file-header", "--dyn-syms", "--version-info"];

    /// <remarks>The version table is read too: GLIBC_ABI_DT_RELR, for one, stands only there.</remarks>
    /// <exception cref="PublishException">This is not about an ELF file.</exception>
    public static ElfFacts Parse(string readelf)
    {
        var machine = MachineLine().Match(readelf);
        if (!machine.Success)
        {
            throw new PublishException(
                "readelf named no machine: this is not an ELF file, or readelf has other words now");
        }

        var symbols = SymbolLine().Matches(readelf)
            .Select(match => new NeededSymbol(match.Groups["symbol"].Value, match.Groups["version"].Value))
            .ToList();
        var bare = VersionLine().Matches(readelf)
            .Select(match => match.Groups["version"].Value)
            .Except(symbols.Select(symbol => symbol.Version))
            .Select(version => new NeededSymbol(null, version));
        return new ElfFacts(machine.Groups["machine"].Value, [.. symbols, .. bare]);
    }

    // "  Machine:                           AArch64"
    [GeneratedRegex(@"^\s*Machine:\s+(?<machine>.*\S)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex MachineLine();

    // "     1: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND fmod@GLIBC_2.38 (5)"
    [GeneratedRegex(
        @"^\s*\d+:.*\sUND\s+(?<symbol>[^\s@]+)@+(?<version>GLIBC_[^\s)]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SymbolLine();

    // "  0x0020:   Name: GLIBC_2.34  Flags: none  Version: 10"
    [GeneratedRegex(
        @"^\s*0x[0-9a-f]+:\s+Name:\s+(?<version>GLIBC_\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex VersionLine();
}
