namespace CallRecording.Workflow.Cost;

/// <summary>What processing one call costs, estimated from what is known of it. It leaves out what is the same however
/// long a call is, and small: the functions, the queue, the storage.</summary>
public static class CallCost
{
    /// <summary>What Bedrock Data Automation takes for a minute of audio with a blueprint: the us-east-1 list price
    /// that its price list had in October 2025. Standard output alone was 0.006; whether the price with a blueprint
    /// replaces that or is added to it was not verified, so compare it with a bill and set it.</summary>
    public const decimal AudioMinuteDollars = 0.009m;

    // us-east-1 list prices: 25 dollars a million transitions of a Standard state machine; 0.625 a million writes on
    // demand of up to 1 KB.
    private const decimal TransitionDollars = 0.000025m;
    private const decimal WriteDollars = 0.000000625m;

    // With one poll, which is what most calls need.
    private const int Transitions = 5;
    private const int Digits = 6;

    /// <param name="durationSeconds">Of the recording.</param>
    /// <param name="minuteDollars">For a minute of audio.</param>
    /// <param name="writes">How many rows the call has in the index of words.</param>
    public static decimal Dollars(decimal durationSeconds, decimal minuteDollars, int writes) =>
        Math.Round(
            (durationSeconds / 60 * minuteDollars) + (Transitions * TransitionDollars) + (writes * WriteDollars),
            Digits,
            MidpointRounding.AwayFromZero);
}
