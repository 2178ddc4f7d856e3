using CallRecording.Emulators.Sqlite;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using Dapper;
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
        ColumnTypes.AddTimes();
        ColumnTypes.Add(new AttemptsColumn());
        ColumnTypes.Add(new DetailsColumn());
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            new CommandDefinition(Schema.Pragmas + Schema.Tables, cancellationToken: cancellationToken));
        return new ExecutionStore(connectionString, new StoreWriter(connection));
    }

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> InsertAsync(Step step)
    {
        var sequence = await writer.WriteAsync(
            connection => ExecutionWrites.Insert(connection, step.Execution, step.Events));
        step.Execution.Sequence = sequence.GetValueOrDefault();
        return sequence is not null;
    }

    /// <summary>With an end goes its status change, in the same transaction.</summary>
    public Task SaveAsync(Step step) => writer.WriteAsync(connection =>
    {
        StatusChanges.Add(connection, step.Execution);
        return ExecutionWrites.Save(connection, step.Execution, step.Events);
    });

    public IReadOnlyList<StatusChange> StatusChangesAfter(long id, int limit) =>
        Read<StatusChange>(StatusChanges.ReadSql, new { id, limit });

    public Task ForgetAsync(StatusChange change) =>
        writer.WriteAsync(connection => StatusChanges.Forget(connection, change.Id));

    public Task SaveRedriveAsync(Step step, StoredRedrive redrive) => writer.WriteAsync(connection =>
    {
        ExecutionWrites.Save(connection, step.Execution, step.Events);
        return connection.Execute(
            "INSERT INTO redrive (execution, number, token, at) VALUES (@Sequence, @Number, @Token, @At);",
            new { step.Execution.Sequence, redrive.Number, redrive.Token, redrive.At });
    });

    public Execution? Find(string name)
    {
        using var connection = new SqliteConnection(connectionString);
        return connection.Query<Execution, Position, Execution>(
            $"SELECT {ExecutionReads.ExecutionColumns} FROM execution WHERE name = @name;",
            (execution, position) =>
            {
                execution.Position = position;
                return execution;
            },
            new { name },
            splitOn: ExecutionReads.PositionBegins).SingleOrDefault();
    }

    public IReadOnlyList<string> RunningNames() => Read<string>(
        "SELECT name FROM execution WHERE status = @status ORDER BY sequence;",
        new { status = ExecutionStatus.Running.Word() });

    /// <summary>Newest first.</summary>
    /// <param name="before">Only what was started before this one.</param>
    public IReadOnlyList<ExecutionListItem> List(ExecutionFilter filter, long before, int limit)
    {
        var redriven = filter.Redriven switch
        {
            true => "AND redrives > 0",
            false => "AND redrives = 0",
            null => string.Empty,
        };
        return Read<ExecutionListItem>(
            $"""
            SELECT {ExecutionReads.ListColumns} FROM execution
            WHERE sequence < @before
                {(filter.Status is null ? string.Empty : "AND execution.status = @status")}
                {redriven}
            ORDER BY sequence DESC LIMIT @limit;
            """,
            new { before, limit, status = filter.Status?.Word() });
    }

    /// <param name="after">Only events behind this one, in the order asked for.</param>
    public IReadOnlyList<HistoryEvent> Events(long sequence, bool newestFirst, long after, int limit) =>
        Read<HistoryEvent>(
            $"""
            SELECT {ExecutionReads.EventColumns} FROM history
            WHERE execution = @sequence AND id {(newestFirst ? "<" : ">")} @after
            ORDER BY id {(newestFirst ? "DESC" : "ASC")} LIMIT @limit;
            """,
            new { sequence, after, limit });

    /// <summary>Newest first.</summary>
    public IReadOnlyList<StoredRedrive> Redrives(long sequence, int limit) => Read<StoredRedrive>(
        "SELECT number, token, at FROM redrive WHERE execution = @sequence ORDER BY number DESC LIMIT @limit;",
        new { sequence, limit });

    /// <summary>Oldest first: the last is the one new executions start with.</summary>
    public IReadOnlyList<StoredDefinition> Definitions() =>
        Read<StoredDefinition>("SELECT id, text, created FROM definition ORDER BY id;");

    public Task AddDefinitionAsync(string text, DateTimeOffset now) => writer.WriteAsync(connection =>
        connection.Execute("INSERT INTO definition (text, created) VALUES (@text, @now);", new { text, now }));

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        // Readers of this file are pooled; a pool that stays holds the file.
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private List<T> Read<T>(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection(connectionString);
        return connection.Query<T>(sql, parameters).AsList();
    }
}
