using CallRecording.Emulators.StepFunctions.Running;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Ends that somebody has to hear of: written with the end itself, forgotten when they were heard.</summary>
internal static class StatusChanges
{
    public const string ReadSql = """
        SELECT id, execution, status, at, redrives, redriven, error, cause FROM status_change
        WHERE id > $0 ORDER BY id LIMIT $1;
        """;

    private const string InsertSql = """
        INSERT INTO status_change (execution, status, at, redrives, redriven, error, cause)
        VALUES ($0, $1, $2, $3, $4, $5, $6);
        """;

    /// <param name="execution">As a step of its own left it.</param>
    public static void Add(Statements statements, Execution execution)
    {
        if (execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
        {
            return;
        }

        statements.Run(
            InsertSql,
            execution.Name,
            execution.Status.Word(),
            Rows.OrNull(execution.StopTime),
            execution.RedriveCount,
            Rows.OrNull(execution.RedriveTime),
            Rows.OrNull(execution.Error),
            Rows.OrNull(execution.Cause));
    }

    public static int Forget(Statements statements, long id) =>
        statements.Run("DELETE FROM status_change WHERE id = $0;", id);

    public static StatusChange Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        ExecutionStatuses.Parse(row.GetString(2)),
        row.Time(3),
        row.GetInt32(4),
        row.TimeOrNull(5),
        row.TextOrNull(6),
        row.TextOrNull(7));
}
