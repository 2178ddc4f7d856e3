namespace CallRecording.Tests.Local.Quota;

/// <summary>What an account may have of Bedrock Data Automation.</summary>
/// <param name="Concurrent">Jobs in progress at once.</param>
/// <param name="Open">Jobs not yet finished.</param>
/// <param name="JobTime">How long each takes once it is in progress.</param>
internal sealed record Limits(int Concurrent, int Open, TimeSpan JobTime)
{
    /// <summary>The service's own, and a call of about two minutes.</summary>
    public static readonly Limits OfTheService = new(20, 1800, TimeSpan.FromSeconds(90));
}
