namespace CallRecording.Tasks.Settlement;

/// <summary>An event that the settlement cannot mean: the rule that sent it is wrong.</summary>
internal sealed class EventRejectedException(string message) : Exception(message);
