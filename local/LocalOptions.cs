using CallRecording.Operations.Targets;

namespace CallRecording.Local;

/// <param name="BasePort">The first of six ports; 0 for six free ones.</param>
/// <param name="DataDirectory">Where everything is kept that outlives a stop.</param>
/// <param name="Speed">By how much waits, delays, back-offs and job times are shortened; at least 1.</param>
/// <param name="RootDirectory">The project's folder: definition, page, emulators and samples are read from
/// there.</param>
/// <param name="SubmitSamples">True to process the shipped sample calls on a first start.</param>
internal sealed record LocalOptions(
    int BasePort, string DataDirectory, double Speed, string RootDirectory, bool SubmitSamples)
{
    /// <summary>The sweep's interval, in real time at every speed.</summary>
    public TimeSpan SweepPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where functions find the services instead: something in between, to try what they do when it
    /// fails.</summary>
    public Func<LocalAddresses, LocalAddresses> SeenByFunctions { get; init; } = addresses => addresses;
}
