using System.Security.Cryptography;

namespace CallRecording.Emulators.StepFunctions;

/// <summary>Chance for retry delays, from any thread.</summary>
internal sealed class Jitter
{
    private readonly Lock gate = new();
    private readonly Random random = new(RandomNumberGenerator.GetInt32(int.MaxValue));

    /// <returns>0 to 1.</returns>
    public double Next()
    {
        lock (gate)
        {
#pragma warning disable CA5394 // It spreads retries; a guess gains nothing.
            return random.NextDouble();
#pragma warning restore CA5394
        }
    }
}
