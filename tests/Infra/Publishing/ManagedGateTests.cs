using CallRecording.Infra.Publishing;

namespace CallRecording.Tests.Infra.Publishing;

public sealed class ManagedGateTests
{
    private static readonly string CompiledAhead = typeof(object).Assembly.Location;

    [Fact]
    public void What_is_compiled_for_the_machine_passes() =>
        ManagedGate.Check(CompiledAhead, Builds.OwnArchitecture);

    [Fact]
    public void What_is_compiled_for_another_is_refused()
    {
        var other = Builds.OwnArchitecture == "arm64" ? "x86_64" : "arm64";

        var refusal = Assert.Throws<PublishException>(() => ManagedGate.Check(CompiledAhead, other));

        Assert.Contains($", {other})", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_compiled_ahead_is_refused() => Assert.Throws<PublishException>(
        () => ManagedGate.Check(typeof(ManagedGate).Assembly.Location, Builds.OwnArchitecture));
}
