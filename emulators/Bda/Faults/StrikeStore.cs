namespace CallRecording.Emulators.Bda.Faults;

/// <summary>Counts how often a fault has struck, across restarts.</summary>
internal sealed class StrikeStore(BdaDatabase database)
{
    /// <summary>Uses up one of the fault's strikes. The same strike asked for twice counts once, so that a job whose
    /// end is tried again after a crash meets the same fate.</summary>
    /// <param name="strike">What is struck: a job's id, or a number for a submission.</param>
    /// <returns>False when the fault has worn off.</returns>
    public bool TryStrike(string inputUri, OrderedFault fault, string? strike) => database.InTransaction(() =>
    {
        var struck = database.Query<string>(
            "SELECT strike FROM strikes WHERE input_uri = @inputUri AND fault = @Identity",
            new { inputUri, fault.Identity });
        if (strike is not null && struck.Contains(strike))
        {
            return true;
        }

        if (struck.Count >= (fault.Fault.Strikes ?? int.MaxValue))
        {
            return false;
        }

        database.Execute(
            "INSERT INTO strikes (input_uri, fault, strike) VALUES (@inputUri, @Identity, @strike)",
            new { inputUri, fault.Identity, strike = strike ?? $"{struck.Count + 1}" });
        return true;
    });

    public void Forget(string inputUri) =>
        database.Execute("DELETE FROM strikes WHERE input_uri = @inputUri", new { inputUri });
}
