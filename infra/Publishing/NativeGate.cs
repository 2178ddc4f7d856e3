namespace CallRecording.Infra.Publishing;

/// <summary>Lets through only binaries that Lambda's provided.al2023 can load.</summary>
internal static class NativeGate
{
    /// <summary>The glibc of Amazon Linux 2023; a binary that needs a later one dies before it says a word.</summary>
    public static readonly Version NewestGlibc = new(2, 34);

    /// <summary>Exit code of the one refusal that is the building machine's doing, not the code's.</summary>
    public const int TooNewGlibc = 3;

    private const string Prefix = "GLIBC_";

    private static readonly Dictionary<string, string> Machines = new(StringComparer.Ordinal)
    {
        ["arm64"] = "AArch64",
        ["x86_64"] = "Advanced Micro Devices X86-64",
    };

    /// <returns>The highest version of glibc that it needs.</returns>
    /// <exception cref="PublishException">It is for another machine, or needs a glibc that is not there.</exception>
    public static Version Check(ElfFacts binary, string architecture)
    {
        var machine = Machines[architecture];
        if (binary.Machine != machine)
        {
            throw new PublishException($"the binary is for {binary.Machine}, expected {machine} ({architecture})");
        }

        if (binary.Needs.Count == 0)
        {
            throw new PublishException(
                "readelf found no need of glibc, which a .NET binary has: it is not one, or is cut off");
        }

        if (binary.Needs.FirstOrDefault(need => !IsThere(need)) is { } missing)
        {
            throw new PublishException(
                $"the binary needs {missing}, expected at most {Prefix}{NewestGlibc}, which {Target.CustomRuntime} "
                    + "has; build on a system with an older glibc, for example Debian 12, or use 'managed'",
                TooNewGlibc);
        }

        return binary.Needs.Max(need => VersionOf(need))!; // There is one, and each has a version.
    }

    private static bool IsThere(NeededSymbol need) => VersionOf(need) is { } version && version <= NewestGlibc;

    /// <returns>Null for one that is not a number and so is promised nowhere: GLIBC_PRIVATE,
    /// GLIBC_ABI_DT_RELR.</returns>
    private static Version? VersionOf(NeededSymbol need) =>
        need.Version.StartsWith(Prefix, StringComparison.Ordinal)
            && Version.TryParse(need.Version.AsSpan(Prefix.Length), out var version)
            ? version
            : null;
}
