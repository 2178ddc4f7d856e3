using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Prepared once, used for every write.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private SqliteTransaction? transaction;

    public void Use(SqliteTransaction current) => transaction = current;

    /// <param name="sql">A constant; its parameters are named <c>$0</c>, <c>$1</c>, and so on.</param>
    /// <returns>How many rows changed.</returns>
    public int Run(string sql, params object[] values) => Prepare(sql, values).ExecuteNonQuery();

    /// <returns>The first column of the first row.</returns>
    public object? Ask(string sql, params object[] values) => Prepare(sql, values).ExecuteScalar();

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql, object[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.AddWithValue($"${index}", values[index]);
            }

            prepared.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        return command;
    }
}
