using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Settlement;

/// <summary>What one invocation of the settlement did, for operators that invoke it by hand.</summary>
/// <param name="Started">Calls that were received and whose execution had not been started.</param>
/// <param name="Running">Calls whose execution runs.</param>
/// <param name="Unchanged">Calls that needed nothing.</param>
/// <param name="More">True when the sweep stopped before its end; the next one goes on there.</param>
internal sealed record SettlementSummary(
    [property: JsonPropertyName("settled")] int Settled,
    [property: JsonPropertyName("running")] int Running,
    [property: JsonPropertyName("unchanged")] int Unchanged,
    [property: JsonPropertyName("started")] int Started = 0,
    [property: JsonPropertyName("more")] bool More = false)
{
    public static SettlementSummary Of(SettlementOutcome outcome) => new SettlementSummary(0, 0, 0).With(outcome);

    public SettlementSummary With(SettlementOutcome outcome) => outcome switch
    {
        SettlementOutcome.Settled => this with { Settled = Settled + 1 },
        SettlementOutcome.Started => this with { Started = Started + 1 },
        SettlementOutcome.Running => this with { Running = Running + 1 },
        _ => this with { Unchanged = Unchanged + 1 },
    };
}
