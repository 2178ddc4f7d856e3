using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>What SQLite's client lacks: nullable columns and times, in and out.</summary>
internal static class Rows
{
    public static object OrNull(object? value) => value ?? DBNull.Value;

    public static object OrNull(DateTimeOffset? time) => time is { } at ? at.ToUnixTimeMilliseconds() : DBNull.Value;

    public static string? TextOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Time(column);
}
