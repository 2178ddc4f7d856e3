using CallRecording.Emulators.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.Bda;

/// <summary>The SQLite file: one connection, one statement or transaction at a time. A committed change survives a kill
/// of the process, which is why the log need not be flushed to the disk each time.</summary>
internal sealed class BdaDatabase : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS jobs (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            client_token TEXT NOT NULL UNIQUE,
            fingerprint TEXT NOT NULL,
            input_uri TEXT NOT NULL,
            output_uri TEXT NOT NULL,
            has_blueprint INTEGER NOT NULL,
            job_millis INTEGER NOT NULL,
            status TEXT NOT NULL,
            submitted_millis INTEGER NOT NULL,
            due_millis INTEGER,
            completed_millis INTEGER,
            error_type TEXT,
            error_message TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            held INTEGER NOT NULL DEFAULT 0,
            spoiled INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS jobs_by_status ON jobs (status, held, due_millis);
        CREATE INDEX IF NOT EXISTS jobs_by_input ON jobs (input_uri);
        CREATE TABLE IF NOT EXISTS strikes (
            input_uri TEXT NOT NULL,
            fault TEXT NOT NULL,
            strike TEXT NOT NULL,
            PRIMARY KEY (input_uri, fault, strike)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection connection;
    private readonly Lock gate = new();

    private BdaDatabase(SqliteConnection connection) => this.connection = connection;

    public static BdaDatabase Open(string path)
    {
        ColumnTypes.AddTimes();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var database = new BdaDatabase(connection);
            database.Execute(Schema);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs the work in one transaction, under the lock of this database.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            var result = work();
            transaction.Commit();
            return result;
        }
    }

    /// <param name="parameters">An object whose properties have the names of the statement's parameters.</param>
    /// <returns>How many rows changed.</returns>
    public int Execute(string sql, object? parameters = null)
    {
        lock (gate)
        {
            return connection.Execute(sql, parameters);
        }
    }

    public List<T> Query<T>(string sql, object? parameters = null)
    {
        lock (gate)
        {
            return connection.Query<T>(sql, parameters).AsList();
        }
    }

    /// <returns>The first column of the first row.</returns>
    public T? Ask<T>(string sql, object? parameters = null)
    {
        lock (gate)
        {
            return connection.ExecuteScalar<T>(sql, parameters);
        }
    }

    public void Dispose() => connection.Dispose();
}
