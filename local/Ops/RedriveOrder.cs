namespace CallRecording.Local.Ops;

/// <summary>What an operator wants redriven, and how.</summary>
/// <param name="PerSecond">Redrives, at most.</param>
/// <param name="IsDry">Say what would be done, and do nothing.</param>
/// <param name="IsConfirmed">Do not ask.</param>
internal sealed record RedriveOrder(FailureFilter Filter, double PerSecond, bool IsDry, bool IsConfirmed);
