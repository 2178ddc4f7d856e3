namespace CallRecording.Tests.Local.Soak;

/// <param name="Calls">Different ones.</param>
/// <param name="Duplicates">Messages that say again what one before said.</param>
/// <param name="Transient">Calls with a fault that wears off.</param>
/// <param name="Permanent">Calls with a fault that an operator must mend.</param>
/// <param name="Bad">Messages that can never become a call.</param>
/// <param name="Kills">How often something is killed while calls are published.</param>
/// <param name="KillEvery">In real time, until everything has ended; null for those kills alone.</param>
/// <param name="Speed">Of the system: by how much its waits are shortened.</param>
/// <param name="WithHanging">Some of the permanent faults take as long as a job's deadline.</param>
internal sealed record SoakSize(
    int Calls, int Duplicates, int Transient, int Permanent, int Bad, int Kills, TimeSpan? KillEvery, int Speed,
    bool WithHanging)
{
    /// <summary>A little of everything.</summary>
    public static readonly SoakSize Short = new(60, 12, 4, 6, 2, 4, null, 300, WithHanging: false);

    public static SoakSize Of(int calls) => new(
        calls,
        calls / 5,
        Math.Max(1, calls / 20),
        Math.Max(1, calls / 100),
        Math.Max(1, calls / 1000),
        Kills: 0,
        KillEvery: TimeSpan.FromSeconds(10),
        Speed: 100,
        WithHanging: true);
}
