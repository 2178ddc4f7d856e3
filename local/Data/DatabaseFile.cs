using CallRecording.Operations;
using Microsoft.Data.Sqlite;

namespace CallRecording.Local.Data;

/// <summary>Checks a SQLite file before it is used: SQLite finds a damaged page only when it reads it, and drops what a
/// damaged log lacks without a message.</summary>
internal static class DatabaseFile
{
    // https://www.sqlite.org/rescode.html
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <exception cref="CommandException">It is damaged.</exception>
    public static void Check(string path, string withoutIt)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var problem = WriteAheadLog.Problem(path + "-wal") is { } ofLog ? $"in its log, {ofLog}" : Problem(path);
        if (problem is not null)
        {
            throw new CommandException(
                $"{path} is damaged: {problem}; put back a copy of it, or move it and what begins with its name away: "
                + withoutIt);
        }
    }

    private static string? Problem(string path)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1);";
            return command.ExecuteScalar() is "ok" ? null : "SQLite finds it malformed";
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return problem.SqliteErrorCode is Corrupt ? "SQLite finds it malformed" : "it is no database";
        }
    }
}
