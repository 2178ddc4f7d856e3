using System.Text.Json;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Executions;

/// <summary>What an execution was started with.</summary>
internal static class ExecutionInput
{
    /// <returns>Null when it is not a call: the execution was started by hand.</returns>
    public static Call? CallOf(string? input)
    {
        try
        {
            var call = input is null ? null : JsonSerializer.Deserialize(input, TasksJson.Default.Call);
            return call is not null && CallTimestamp.TryParse(call.Timestamp, out _, out _) ? call : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
