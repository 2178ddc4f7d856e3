using CallRecording.Emulators.Bda.Faults;
using CsCheck;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class FaultTests
{
    private static readonly Gen<Fault> AnyFault =
        from kind in Gen.Enum<FaultKind>()
        from strikes in Gen.Int[1, 10_000]
        select new Fault(
            kind, kind is FaultKind.Throttle or FaultKind.Quota or FaultKind.ServiceError ? strikes : null);

    [Fact]
    public void Text_and_fault_are_the_same() =>
        AnyFault.Sample(fault => Assert.Equal(fault, Fault.Parse($" {fault}\n")));

    [Theory]
    [InlineData("")]
    [InlineData("hang:1")]
    [InlineData("Hang")]
    [InlineData("throttle")]
    [InlineData("throttle:2:3")]
    public void Unknown_words_are_refused_with_the_known_ones(string text)
    {
        var error = Assert.Throws<FormatException>(() => Fault.Parse(text));

        Assert.Equal(
            $"'{text}' is not a fault; expected one of throttle:N, quota:N, service-error:N, client-error, hang, "
            + "no-results, corrupt-result, access-denied.",
            error.Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("10001")]
    public void Strikes_are_counted_from_one(string strikes)
    {
        var error = Assert.Throws<FormatException>(() => Fault.Parse("quota:" + strikes));

        Assert.Contains("from 1 to 10000", error.Message, StringComparison.Ordinal);
    }
}
