using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Rows back into executions, list items and events.</summary>
internal static class ExecutionReads
{
    public const string ExecutionColumns = """
        sequence, name, definition, status, started, stopped, redrives, redriven, events, state, phase, entered,
        entered_event, previous_event, due, retries, attempts, error, cause, state_input, output, input
        """;

    public const string ListColumns = "sequence, name, status, started, stopped, redrives, redriven";

    public const string EventColumns = "id, previous, at, type, details";

    public static Execution ToExecution(SqliteDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Name = row.GetString(1),
        DefinitionId = row.GetInt64(2),
        Status = ExecutionStatuses.Parse(row.GetString(3)),
        StartTime = row.Time(4),
        StopTime = row.TimeOrNull(5),
        RedriveCount = row.GetInt32(6),
        RedriveTime = row.TimeOrNull(7),
        EventCount = row.GetInt64(8),
        Position = ToPosition(row),
        Error = row.TextOrNull(17),
        Cause = row.TextOrNull(18),
        Output = row.TextOrNull(20),
        Input = row.GetString(21),
    };

    public static ExecutionListItem ToListItem(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        ExecutionStatuses.Parse(row.GetString(2)),
        row.Time(3),
        row.TimeOrNull(4),
        row.GetInt32(5),
        row.TimeOrNull(6));

    public static HistoryEvent ToEvent(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.Time(2),
        row.GetString(3),
        // Written by us as an object.
        (JsonObject)StateJson.Parse(row.GetString(4))!);

    private static Position ToPosition(SqliteDataReader row) => new()
    {
        State = row.GetString(9),
        Phase = Enum.Parse<Phase>(row.GetString(10)),
        EnteredTime = row.Time(11),
        EnteredEventId = row.GetInt64(12),
        PreviousEventId = row.GetInt64(13),
        Due = row.TimeOrNull(14),
        RetryCount = row.GetInt32(15),
        Attempts = JsonSerializer.Deserialize<Dictionary<int, int>>(row.GetString(16)) ?? [],
        Input = row.GetString(19),
    };
}
