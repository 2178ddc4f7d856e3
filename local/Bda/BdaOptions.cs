using CallRecording.Local.Samples;

namespace CallRecording.Local.Bda;

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

    /// <summary>Calls whose audio is known by its content: their results are replayed wherever it lies.</summary>
    public IReadOnlyList<SampleCall> Samples { get; init; } = [];

    public string ProfileArn { get; init; } = ResourceNames.ProfileArn;

    public string ProjectArn { get; init; } = ResourceNames.ProjectArn;

    /// <summary>Told about every job that was submitted, started, held or finished; must not throw or block.</summary>
    public Action<BdaJob>? JobChanged { get; init; }
}
