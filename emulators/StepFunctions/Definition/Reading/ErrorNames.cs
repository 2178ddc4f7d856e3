namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>The ErrorEquals of a retrier or catcher.</summary>
internal sealed record ErrorNames(IReadOnlyList<string> Names)
{
    public bool AreAll => Names is [StateErrors.All];

    public bool Match(string error) => Names.Any(name => Matches(name, error));

    private static bool Matches(string name, string error) => error switch
    {
        // Nothing retries or catches it, not even its own name.
        StateErrors.Runtime => false,
        // Only its own name does.
        StateErrors.DataLimitExceeded => name == error,
        _ => name == error
            || name == StateErrors.All
            || (name == StateErrors.TaskFailed && error != StateErrors.Timeout),
    };
}
