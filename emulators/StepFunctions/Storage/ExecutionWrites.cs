using System.Text.Json;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Executions and their events into the database.</summary>
internal static class ExecutionWrites
{
    private const string InsertSql = """
        INSERT INTO execution (name, definition, status, started, stopped, redrives, redriven, events, state, phase,
            entered, entered_event, previous_event, due, retries, attempts, error, cause, state_input, output, input)
        VALUES ($16, $17, $0, $18, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $19, $20)
        ON CONFLICT (name) DO NOTHING RETURNING sequence;
        """;

    private const string UpdateSql = """
        UPDATE execution SET status = $0, stopped = $1, redrives = $2, redriven = $3, events = $4, state = $5,
            phase = $6, entered = $7, entered_event = $8, previous_event = $9, due = $10, retries = $11, attempts = $12,
            error = $13, cause = $14, state_input = $15, output = $16
        WHERE sequence = $17;
        """;

    private const string AppendSql = """
        INSERT INTO history (execution, id, previous, at, type, details) VALUES ($0, $1, $2, $3, $4, $5);
        """;

    /// <returns>The execution's place in the order of starts; null when its name is taken.</returns>
    public static long? Insert(Statements statements, Execution execution, IReadOnlyList<HistoryEvent> events)
    {
        object[] fixedValues =
        [
            execution.Name,
            execution.DefinitionId,
            execution.StartTime.ToUnixTimeMilliseconds(),
            Rows.OrNull(execution.Output),
            execution.Input,
        ];
        if (statements.Ask(InsertSql, [.. Changing(execution), .. fixedValues]) is not long sequence)
        {
            return null;
        }

        Append(statements, sequence, events);
        return sequence;
    }

    public static bool Save(Statements statements, Execution execution, IReadOnlyList<HistoryEvent> events)
    {
        statements.Run(UpdateSql, [.. Changing(execution), Rows.OrNull(execution.Output), execution.Sequence]);
        Append(statements, execution.Sequence, events);
        return true;
    }

    private static object[] Changing(Execution execution)
    {
        var position = execution.Position;
        return
        [
            execution.Status.Word(),
            Rows.OrNull(execution.StopTime),
            execution.RedriveCount,
            Rows.OrNull(execution.RedriveTime),
            execution.EventCount,
            position.State,
            position.Phase.ToString(),
            position.EnteredTime.ToUnixTimeMilliseconds(),
            position.EnteredEventId,
            position.PreviousEventId,
            Rows.OrNull(position.Due),
            position.RetryCount,
            JsonSerializer.Serialize(position.Attempts),
            Rows.OrNull(execution.Error),
            Rows.OrNull(execution.Cause),
            position.Input,
        ];
    }

    private static void Append(Statements statements, long sequence, IReadOnlyList<HistoryEvent> events)
    {
        foreach (var entry in events)
        {
            statements.Run(
                AppendSql,
                sequence,
                entry.Id,
                entry.PreviousId,
                entry.At.ToUnixTimeMilliseconds(),
                entry.Type,
                StateJson.Write(entry.Details));
        }
    }
}
