using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>AWS answers a repeated redrive with the first one's date, for 15 minutes and the last ten tokens.</summary>
internal static class RedriveTokens
{
    private const int MaxTokens = 10;
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(15);

    public static StoredRedrive? Find(ExecutionStore store, Execution execution, string? token, DateTimeOffset now) =>
        token is null
            ? null
            : store.Redrives(execution.Sequence, MaxTokens)
                .FirstOrDefault(redrive => redrive.Token == token && now - redrive.At <= Validity);
}
