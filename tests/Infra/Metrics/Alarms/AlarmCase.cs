namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>What an alarm is for.</summary>
/// <param name="Alarm">The last part of its name.</param>
/// <param name="RingsAfterSeconds">How long it takes from the start of each bad situation until the alarm
/// notifies.</param>
/// <param name="Well">It must never ring in any of these.</param>
/// <param name="Bad">It must ring in each of these.</param>
internal sealed record AlarmCase(
    string Alarm, int RingsAfterSeconds, IReadOnlyList<Situation> Well, IReadOnlyList<Situation> Bad);
