using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Running.History;

/// <summary>One event of a history.</summary>
/// <param name="Details">The details under their wire name, for example <c>{"taskFailedEventDetails": {...}}</c>; or
/// empty.</param>
internal sealed record HistoryEvent(long Id, long PreviousId, DateTimeOffset At, string Type, JsonObject Details);
