using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Events;

/// <summary>An event as a bus has it.</summary>
/// <param name="What">What happened, in a few words.</param>
/// <param name="Settles">Whether the settlement must hear of it.</param>
internal sealed record RecordedEvent(string What, bool Settles, JsonObject Event)
{
    /// <summary>Stands in the file for the stack's own state machine.</summary>
    private const string Machine = "STATE_MACHINE_ARN";

    private static readonly JsonSerializerOptions Named = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Made of the examples of
    /// https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html, with the members that
    /// https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-states.html adds.</summary>
    public static IReadOnlyList<RecordedEvent> All(string stateMachineArn) =>
        JsonSerializer.Deserialize<RecordedEvent[]>(
            File.ReadAllText(ProjectFiles.At("tests/Infra/Events/status-changes.json"))
                .Replace(Machine, stateMachineArn, StringComparison.Ordinal),
            Named)!; // The file is not null.
}
