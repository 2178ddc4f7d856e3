using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Executions, histories and definitions in one SQLite file: one connection writes, any number read.</summary>
internal sealed class ExecutionStore : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly StoreWriter writer;

    private ExecutionStore(string connectionString, StoreWriter writer)
    {
        this.connectionString = connectionString;
        this.writer = writer;
    }

    public static async Task<ExecutionStore> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Schema.Pragmas + Schema.Tables;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new ExecutionStore(connectionString, new StoreWriter(connection));
    }

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> InsertAsync(Step step)
    {
        var sequence = await writer.WriteAsync(
            statements => ExecutionWrites.Insert(statements, step.Execution, step.Events));
        step.Execution.Sequence = sequence.GetValueOrDefault();
        return sequence is not null;
    }

    /// <summary>With an end goes its status change, in the same transaction.</summary>
    public Task SaveAsync(Step step) => writer.WriteAsync(statements =>
    {
        StatusChanges.Add(statements, step.Execution);
        return ExecutionWrites.Save(statements, step.Execution, step.Events);
    });

    public IReadOnlyList<StatusChange> StatusChangesAfter(long id, int limit) =>
        Read(StatusChanges.ReadSql, StatusChanges.Read, id, limit);

    public Task ForgetAsync(StatusChange change) =>
        writer.WriteAsync(statements => StatusChanges.Forget(statements, change.Id));

    public Task SaveRedriveAsync(Step step, StoredRedrive redrive) => writer.WriteAsync(statements =>
    {
        ExecutionWrites.Save(statements, step.Execution, step.Events);
        return statements.Run(
            "INSERT INTO redrive (execution, number, token, at) VALUES ($0, $1, $2, $3);",
            step.Execution.Sequence,
            redrive.Number,
            Rows.OrNull(redrive.Token),
            redrive.At.ToUnixTimeMilliseconds());
    });

    public Execution? Find(string name) => Read(
        $"SELECT {ExecutionReads.ExecutionColumns} FROM execution WHERE name = $0;",
        ExecutionReads.ToExecution,
        name).SingleOrDefault();

    public IReadOnlyList<string> RunningNames() => Read(
        "SELECT name FROM execution WHERE status = $0 ORDER BY sequence;",
        row => row.GetString(0),
        ExecutionStatus.Running.Word());

    /// <summary>Newest first.</summary>
    /// <param name="before">Only what was started before this one.</param>
    public IReadOnlyList<ExecutionListItem> List(ExecutionFilter filter, long before, int limit) => Read(
        $"""
        SELECT {ExecutionReads.ListColumns} FROM execution
        WHERE sequence < $0
            {(filter.Status is null ? string.Empty : "AND status = $2")}
            {filter.Redriven switch { true => "AND redrives > 0", false => "AND redrives = 0", null => string.Empty }}
        ORDER BY sequence DESC LIMIT $1;
        """,
        ExecutionReads.ToListItem,
        filter.Status is { } status ? [before, limit, status.Word()] : [before, limit]);

    /// <param name="after">Only events behind this one, in the order asked for.</param>
    public IReadOnlyList<HistoryEvent> Events(long sequence, bool newestFirst, long after, int limit) => Read(
        $"""
        SELECT {ExecutionReads.EventColumns} FROM history
        WHERE execution = $0 AND id {(newestFirst ? "<" : ">")} $1
        ORDER BY id {(newestFirst ? "DESC" : "ASC")} LIMIT $2;
        """,
        ExecutionReads.ToEvent,
        sequence,
        after,
        limit);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<StoredRedrive> Redrives(long sequence, int limit) => Read(
        "SELECT number, token, at FROM redrive WHERE execution = $0 ORDER BY number DESC LIMIT $1;",
        row => new StoredRedrive(row.GetInt32(0), row.TextOrNull(1), row.Time(2)),
        sequence,
        limit);

    /// <summary>Oldest first: the last is the one new executions start with.</summary>
    public IReadOnlyList<StoredDefinition> Definitions() => Read(
        "SELECT id, text, created FROM definition ORDER BY id;",
        row => new StoredDefinition(row.GetInt64(0), row.GetString(1), row.Time(2)));

    public Task AddDefinitionAsync(string text, DateTimeOffset now) => writer.WriteAsync(statements => statements.Run(
        "INSERT INTO definition (text, created) VALUES ($0, $1);",
        text,
        now.ToUnixTimeMilliseconds()));

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        // Readers of this file are pooled; a pool that stays holds the file.
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> convert, params object[] values)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"${index}", values[index]);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(convert(reader));
        }

        return rows;
    }
}
