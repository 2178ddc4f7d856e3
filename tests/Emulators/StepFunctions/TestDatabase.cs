using Microsoft.Data.Sqlite;

namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>A database file that outlives an engine.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine-");

    public string Path => System.IO.Path.Combine(folder.FullName, "executions.db");

    /// <summary>Puts the file into a state that only a kill at one moment leaves behind.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
    }
}
