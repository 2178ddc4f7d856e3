namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>The error names that belong to the service.</summary>
internal static class StateErrors
{
    public const string All = "States.ALL";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string Runtime = "States.Runtime";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";

    /// <summary>What ErrorEquals may name under <c>States.</c>; AWS reserves the prefix.</summary>
    public static IReadOnlyCollection<string> Known { get; } =
    [
        All, DataLimitExceeded, ResultPathMatchFailure, Runtime, TaskFailed, Timeout,
        "States.HeartbeatTimeout", "States.ParameterPathFailure", "States.Permissions", "States.IntrinsicFailure",
        "States.NoChoiceMatched", "States.BranchFailed", "States.ExceedToleratedFailureThreshold",
        "States.ItemReaderFailed", "States.ResultWriterFailed", "States.Http.Socket", "States.QueryEvaluationError",
    ];
}
