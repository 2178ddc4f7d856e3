using Dapper;

namespace CallRecording.Emulators.Sqlite;

/// <summary>The types that columns hold in a form of our own. Dapper knows them for the whole process.</summary>
internal static class ColumnTypes
{
    private static readonly Lock Gate = new();

    /// <summary>Before the first statement. A second time changes nothing.</summary>
    public static void AddTimes()
    {
        Add(new UnixMilliseconds());
        Add(new Milliseconds());
    }

    public static void Add<T>(SqlMapper.TypeHandler<T> handler)
    {
        lock (Gate)
        {
            // Dapper's own form of a type goes before a handler.
            SqlMapper.RemoveTypeMap(typeof(T));
            SqlMapper.AddTypeHandler(handler);
        }
    }
}
