namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>Why an execution does not go on by itself.</summary>
internal abstract record Pause
{
    /// <summary>It has gone far enough for one transaction.</summary>
    internal sealed record Yield : Pause;

    internal sealed record Sleep(DateTimeOffset Until) : Pause;

    /// <summary>The current task's function is to be invoked.</summary>
    internal sealed record Invoke : Pause;

    internal sealed record Ended : Pause;
}
