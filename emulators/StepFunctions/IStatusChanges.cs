using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions;

/// <summary>The ends of executions whose events are not delivered yet. They are on disk, so that none is lost when the
/// process restarts or is killed.</summary>
internal interface IStatusChanges
{
    /// <summary>In the order in which they happened.</summary>
    /// <param name="after">Only those behind this one; 0 for all.</param>
    IReadOnlyList<StatusChange> Unheard(long after, int limit);

    /// <summary>It was heard, or given up.</summary>
    Task ForgetAsync(StatusChange change);

    /// <summary>What DescribeExecution answers; null when there is no execution of that name.</summary>
    JsonObject? Describe(string name);
}
