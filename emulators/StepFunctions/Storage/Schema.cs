namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>The database. Times are Unix milliseconds.</summary>
internal static class Schema
{
    // NORMAL: a process that is killed loses nothing; only a machine that loses its power may lose the last moments.
    public const string Pragmas =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;";

    // What lists read stands before what can be large: a list never walks through inputs and outputs.
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS definition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            text TEXT NOT NULL,
            created INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS execution (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            definition INTEGER NOT NULL REFERENCES definition (id),
            status TEXT NOT NULL,
            started INTEGER NOT NULL,
            stopped INTEGER,
            redrives INTEGER NOT NULL,
            redriven INTEGER,
            events INTEGER NOT NULL,
            state TEXT NOT NULL,
            phase TEXT NOT NULL,
            entered INTEGER NOT NULL,
            entered_event INTEGER NOT NULL,
            previous_event INTEGER NOT NULL,
            due INTEGER,
            retries INTEGER NOT NULL,
            attempts TEXT NOT NULL,
            error TEXT,
            cause TEXT,
            state_input TEXT NOT NULL,
            output TEXT,
            input TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS execution_by_status ON execution (status, sequence);
        CREATE INDEX IF NOT EXISTS execution_redriven ON execution (sequence) WHERE redrives > 0;
        CREATE TABLE IF NOT EXISTS history (
            execution INTEGER NOT NULL REFERENCES execution (sequence),
            id INTEGER NOT NULL,
            previous INTEGER NOT NULL,
            at INTEGER NOT NULL,
            type TEXT NOT NULL,
            details TEXT NOT NULL,
            PRIMARY KEY (execution, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS redrive (
            execution INTEGER NOT NULL REFERENCES execution (sequence),
            number INTEGER NOT NULL,
            token TEXT,
            at INTEGER NOT NULL,
            PRIMARY KEY (execution, number)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS status_change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            execution TEXT NOT NULL,
            status TEXT NOT NULL,
            at INTEGER NOT NULL,
            redrives INTEGER NOT NULL,
            redriven INTEGER,
            error TEXT,
            cause TEXT);
        """;
}
