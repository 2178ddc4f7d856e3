namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>How a redrive was received.</summary>
internal abstract record RedriveAnswer
{
    internal sealed record Redriven(DateTimeOffset At) : RedriveAnswer;

    internal sealed record NotRedrivable(string Reason) : RedriveAnswer;

    internal sealed record NoExecution : RedriveAnswer;
}
