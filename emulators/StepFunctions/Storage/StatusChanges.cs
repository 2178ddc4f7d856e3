using CallRecording.Emulators.StepFunctions.Running;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Ends of executions to deliver as events: written with the end itself, deleted after delivery.</summary>
internal static class StatusChanges
{
    public const string ReadSql = $"""
        SELECT {ExecutionReads.StatusChangeColumns} FROM status_change WHERE id > @id ORDER BY id LIMIT @limit;
        """;

    private const string InsertSql = """
        INSERT INTO status_change (execution, status, at, redrives, redriven, error, cause)
        VALUES (@Name, @Status, @StopTime, @RedriveCount, @RedriveTime, @Error, @Cause);
        """;

    /// <param name="execution">As a step of its own left it.</param>
    public static void Add(SqliteConnection connection, Execution execution)
    {
        if (execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
        {
            return;
        }

        connection.Execute(InsertSql, new
        {
            execution.Name,
            Status = execution.Status.Word(),
            execution.StopTime,
            execution.RedriveCount,
            execution.RedriveTime,
            execution.Error,
            execution.Cause,
        });
    }

    public static int Forget(SqliteConnection connection, long id) =>
        connection.Execute("DELETE FROM status_change WHERE id = @id;", new { id });
}
