using CallRecording.Infra.Publishing;

namespace CallRecording.Tests.Infra.Publishing;

public sealed class NativeGateTests
{
    private const string Intel = "Advanced Micro Devices X86-64";

    // As GNU readelf 2.40 wrote it about a build of the functions, shortened.
    private const string Recorded =
        """
        ELF Header:
          Magic:   7f 45 4c 46 02 01 01 00 00 00 00 00 00 00 00 00
          Class:                             ELF64
          Type:                              DYN (Position-Independent Executable file)
          Machine:                           Advanced Micro Devices X86-64
          Version:                           0x1

        Symbol table '.dynsym' contains 5 entries:
           Num:    Value          Size Type    Bind   Vis      Ndx Name
             0: 0000000000000000     0 NOTYPE  LOCAL  DEFAULT  UND
             1: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND __libc_start_main@GLIBC_2.34 (10)
             2: 0000000000000000     0 OBJECT  GLOBAL DEFAULT  UND environ@GLIBC_2.2.5 (3)
             3: 0000000000000000     0 NOTYPE  WEAK   DEFAULT  UND __gmon_start__
             4: 0000000000b2f0c0     8 OBJECT  GLOBAL DEFAULT   27 DotNetRuntimeDebugHeader

        Version symbols section '.gnu.version' contains 5 entries:
         Addr: 0x00000000000024c4  Offset: 0x000024c4  Link: 6 (.dynsym)
          000:   0 (*local*)      10 (GLIBC_2.34)    3 (GLIBC_2.2.5)   1 (*global*)

        Version needs section '.gnu.version_r' contains 1 entry:
         Addr: 0x00000000000026a0  Offset: 0x000026a0  Link: 7 (.dynstr)
          000000: Version: 1  File: libc.so.6  Cnt: 3
          0x0010:   Name: GLIBC_2.34  Flags: none  Version: 10
          0x0020:   Name: GLIBC_2.7  Flags: none  Version: 8
          0x0030:   Name: GLIBC_2.2.5  Flags: none  Version: 3
        """;

    [Fact]
    public void What_readelf_writes_is_read()
    {
        var facts = ElfFacts.Parse(Recorded);

        Assert.Equal(Intel, facts.Machine);
        Assert.Equal(
            ["__libc_start_main@GLIBC_2.34", "environ@GLIBC_2.2.5", "GLIBC_2.7"],
            facts.Needs.Select(need => need.ToString()));
    }

    [Fact]
    public void What_is_not_about_a_binary_is_not_read()
    {
        var refusal = Assert.Throws<PublishException>(() => ElfFacts.Parse("readelf: Error: Not an ELF file"));

        Assert.Contains("not an ELF file", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.34", "GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.4")]
    [InlineData("2.17", "GLIBC_2.17", "GLIBC_2.9")]
    public void The_highest_is_told_by_number_not_by_letter(string highest, params string[] versions) =>
        Assert.Equal(Version.Parse(highest), NativeGate.Check(Facts(versions), "x86_64"));

    [Theory]
    [InlineData("GLIBC_2.35")]
    [InlineData("GLIBC_2.38")]
    [InlineData("GLIBC_2.340")]
    [InlineData("GLIBC_3.0")]
    [InlineData("GLIBC_PRIVATE")]
    [InlineData("GLIBC_ABI_DT_RELR")]
    public void A_version_that_Lambda_lacks_is_refused_by_its_symbol(string version)
    {
        var refusal = Assert.Throws<PublishException>(
            () => NativeGate.Check(Facts("GLIBC_2.34", version), "x86_64"));

        Assert.Equal(NativeGate.TooNewGlibc, refusal.ExitCode);
        Assert.StartsWith(
            $"the binary needs symbol1@{version}, expected at most GLIBC_2.34",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_without_a_symbol_is_refused_too()
    {
        var facts = ElfFacts.Parse(
            Recorded.Replace("Name: GLIBC_2.7 ", "Name: GLIBC_ABI_DT_RELR ", StringComparison.Ordinal));

        var refusal = Assert.Throws<PublishException>(() => NativeGate.Check(facts, "x86_64"));

        Assert.StartsWith("the binary needs GLIBC_ABI_DT_RELR, ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_machine_is_refused()
    {
        var refusal = Assert.Throws<PublishException>(() => NativeGate.Check(Facts("GLIBC_2.17"), "arm64"));

        Assert.Equal($"the binary is for {Intel}, expected AArch64 (arm64)", refusal.Message);
        Assert.Equal(1, refusal.ExitCode);
    }

    [Fact]
    public void A_binary_that_needs_nothing_is_refused() =>
        Assert.Throws<PublishException>(() => NativeGate.Check(Facts(), "x86_64"));

    [Fact]
    public void A_real_binary_passes_for_its_own_machine_only()
    {
        Assert.SkipUnless(Builds.HasReadelf, "There is no readelf here.");

        var facts = Readelf.Read(Builds.Program);

        Assert.InRange(NativeGate.Check(facts, Builds.OwnArchitecture), new Version(2, 2), NativeGate.NewestGlibc);
        Assert.Contains(facts.Needs, need => need.Symbol == "__libc_start_main");
        var other = Builds.OwnArchitecture == "arm64" ? "x86_64" : "arm64";
        Assert.Throws<PublishException>(() => NativeGate.Check(facts, other));
    }

    private static ElfFacts Facts(params string[] versions) =>
        new(Intel, [.. versions.Select((version, index) => new NeededSymbol($"symbol{index}", version))]);
}
