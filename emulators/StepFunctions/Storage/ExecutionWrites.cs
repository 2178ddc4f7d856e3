using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Executions and their events into the database.</summary>
internal static class ExecutionWrites
{
    private const string InsertSql = """
        INSERT INTO execution (name, definition, status, started, stopped, redrives, redriven, events, state, phase,
            entered, entered_event, previous_event, due, retries, attempts, error, cause, state_input, output, input)
        VALUES (@Name, @DefinitionId, @Status, @StartTime, @StopTime, @RedriveCount, @RedriveTime, @EventCount, @State,
            @Phase, @EnteredTime, @EnteredEventId, @PreviousEventId, @Due, @RetryCount, @Attempts, @Error, @Cause,
            @StateInput, @Output, @Input)
        ON CONFLICT (name) DO NOTHING RETURNING sequence;
        """;

    private const string UpdateSql = """
        UPDATE execution SET status = @Status, stopped = @StopTime, redrives = @RedriveCount, redriven = @RedriveTime,
            events = @EventCount, state = @State, phase = @Phase, entered = @EnteredTime,
            entered_event = @EnteredEventId, previous_event = @PreviousEventId, due = @Due, retries = @RetryCount,
            attempts = @Attempts, error = @Error, cause = @Cause, state_input = @StateInput, output = @Output
        WHERE sequence = @Sequence;
        """;

    private const string AppendSql = """
        INSERT INTO history (execution, id, previous, at, type, details)
        VALUES (@sequence, @Id, @PreviousId, @At, @Type, @Details);
        """;

    /// <returns>The execution's place in the order of starts; null when its name is taken.</returns>
    public static long? Insert(SqliteConnection connection, Execution execution, IReadOnlyList<HistoryEvent> events)
    {
        var sequence = connection.ExecuteScalar<long?>(InsertSql, Row(execution));
        if (sequence is { } place)
        {
            Append(connection, place, events);
        }

        return sequence;
    }

    public static bool Save(SqliteConnection connection, Execution execution, IReadOnlyList<HistoryEvent> events)
    {
        connection.Execute(UpdateSql, Row(execution));
        Append(connection, execution.Sequence, events);
        return true;
    }

    private static object Row(Execution execution)
    {
        var position = execution.Position;
        return new
        {
            execution.Sequence,
            execution.Name,
            execution.DefinitionId,
            Status = execution.Status.Word(),
            execution.StartTime,
            execution.StopTime,
            execution.RedriveCount,
            execution.RedriveTime,
            execution.EventCount,
            position.State,
            Phase = position.Phase.ToString(),
            position.EnteredTime,
            position.EnteredEventId,
            position.PreviousEventId,
            position.Due,
            position.RetryCount,
            position.Attempts,
            execution.Error,
            execution.Cause,
            StateInput = position.Input,
            execution.Output,
            execution.Input,
        };
    }

    private static void Append(SqliteConnection connection, long sequence, IReadOnlyList<HistoryEvent> events) =>
        connection.Execute(AppendSql, events.Select(one =>
            new { sequence, one.Id, one.PreviousId, one.At, one.Type, one.Details }));
}
