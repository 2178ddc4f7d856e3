using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.Bda.Recorded;

namespace CallRecording.Emulators.Bda;

/// <summary>What the emulator is told when it is opened. The limits are the service's own, unless lowered.</summary>
/// <param name="DatabasePath">The SQLite file that holds the jobs; made when it is missing.</param>
internal sealed record BdaOptions(string DatabasePath)
{
    /// <summary>Job times are divided by it, at least 1; timestamps stay real.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Every job takes this long, whatever its audio and the speed; null for the real time.</summary>
    public TimeSpan? JobTime { get; init; }

    /// <summary>Jobs in progress at once; the others wait as Created.</summary>
    public int ConcurrentJobs { get; init; } = 20;

    /// <summary>Jobs not yet finished, the waiting ones included; one more is refused.</summary>
    public int OpenJobs { get; init; } = 1800;

    public long InputBytes { get; init; } = 2048L * 1024 * 1024;

    /// <summary>Their results are replayed wherever their audio lies.</summary>
    public IReadOnlyList<KnownRecording> Known { get; init; } = [];

    /// <summary>The only profile that is accepted.</summary>
    public required string ProfileArn { get; init; }

    /// <summary>The only project that is accepted.</summary>
    public required string ProjectArn { get; init; }

    /// <summary>Told about every job that was submitted, started, held or finished; must not throw or block.</summary>
    public Action<BdaJob>? JobChanged { get; init; }
}
