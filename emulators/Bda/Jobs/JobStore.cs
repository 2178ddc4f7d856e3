using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>The jobs, as rows.</summary>
internal sealed class JobStore(BdaDatabase database)
{
    private const string Columns =
        "id, client_token, fingerprint, input_uri, output_uri, has_blueprint, job_millis, status, submitted_millis, "
        + "due_millis, completed_millis, error_type, error_message, attempts, held, spoiled";

    private const string Open = $"status IN ('{BdaStatus.Created}', '{BdaStatus.InProgress}')";

    private const string Running = $"status = '{BdaStatus.InProgress}'";

    public BdaJob? Find(string id) => One("id = $value", id);

    public BdaJob? FindByToken(string clientToken) => One("client_token = $value", clientToken);

    /// <summary>Adds the job, unless its token was used before or too many are open.</summary>
    /// <returns>The job of this token; null when the quota is exceeded.</returns>
    public BdaJob? Add(BdaJob job, int openLimit) => database.InTransaction(() =>
    {
        if (FindByToken(job.ClientToken) is { } earlier)
        {
            return earlier;
        }

        if (database.Count($"SELECT count(*) FROM jobs WHERE {Open}") >= openLimit)
        {
            return null;
        }

        Insert(job);
        return job;
    });

    /// <summary>Puts waiting jobs in progress, the oldest first, as far as the limit goes.</summary>
    public List<BdaJob> StartWaiting(int limit, DateTimeOffset now) => database.InTransaction(() =>
    {
        var free = limit - database.Count($"SELECT count(*) FROM jobs WHERE {Running}");
        if (free <= 0)
        {
            return [];
        }

        return database.Query(
            $"""
            UPDATE jobs SET status = '{BdaStatus.InProgress}', due_millis = $now + job_millis WHERE number IN
                (SELECT number FROM jobs WHERE status = '{BdaStatus.Created}' ORDER BY number LIMIT $free)
            RETURNING {Columns}
            """,
            Read,
            ("$now", now.ToUnixTimeMilliseconds()),
            ("$free", free));
    });

    public List<BdaJob> Due(DateTimeOffset now) => database.Query(
        $"SELECT {Columns} FROM jobs WHERE {Running} AND held = 0 AND due_millis <= $now ORDER BY due_millis",
        Read,
        ("$now", now.ToUnixTimeMilliseconds()));

    public DateTimeOffset? NextDue() => database.Query(
        $"SELECT min(due_millis) FROM jobs WHERE {Running} AND held = 0",
        reader => Moment(reader, 0))[0];

    /// <param name="inputUri">Null for the jobs of all audio.</param>
    /// <param name="after">The id of a job: only those submitted later; null for all.</param>
    public List<BdaJob> Of(string? inputUri, string? after, int limit) => database.Query(
        $"""
        SELECT {Columns} FROM jobs WHERE ($uri IS NULL OR input_uri = $uri)
            AND ($after IS NULL OR number > (SELECT number FROM jobs WHERE id = $after)) ORDER BY number LIMIT $limit
        """,
        Read,
        ("$uri", inputUri),
        ("$after", after),
        ("$limit", limit));

    public long CountOf(string? inputUri) =>
        database.Count("SELECT count(*) FROM jobs WHERE $uri IS NULL OR input_uri = $uri", ("$uri", inputUri));

    /// <summary>Spoiled jobs of one audio, to be written again.</summary>
    public List<BdaJob> Spoiled(string inputUri) => database.Query(
        $"SELECT {Columns} FROM jobs WHERE input_uri = $uri AND spoiled = 1 ORDER BY number",
        Read,
        ("$uri", inputUri));

    /// <summary>Lets held jobs of one audio go on to their end.</summary>
    public int Release(string inputUri) => database.Execute(
        "UPDATE jobs SET held = 0 WHERE input_uri = $uri AND held = 1", ("$uri", inputUri));

    /// <summary>Writes what can change about a job after it was added.</summary>
    public void Update(BdaJob job) => database.Execute(
        """
        UPDATE jobs SET status = $status, due_millis = $due, completed_millis = $completed, error_type = $errorType,
            error_message = $errorMessage, attempts = $attempts, held = $held, spoiled = $spoiled WHERE id = $id
        """,
        ("$id", job.Id),
        ("$status", job.Status),
        ("$due", job.DueAt?.ToUnixTimeMilliseconds()),
        ("$completed", job.CompletedAt?.ToUnixTimeMilliseconds()),
        ("$errorType", job.ErrorType),
        ("$errorMessage", job.ErrorMessage),
        ("$attempts", job.Attempts),
        ("$held", job.Held),
        ("$spoiled", job.Spoiled));

    private BdaJob? One(string condition, string value) => database
        .Query($"SELECT {Columns} FROM jobs WHERE {condition}", Read, ("$value", value))
        .SingleOrDefault();

    private void Insert(BdaJob job) => database.Execute(
        """
        INSERT INTO jobs (id, client_token, fingerprint, input_uri, output_uri, has_blueprint, job_millis, status,
            submitted_millis) VALUES ($id, $token, $fingerprint, $input, $output, $blueprint, $millis, $status, $at)
        """,
        ("$id", job.Id),
        ("$token", job.ClientToken),
        ("$fingerprint", job.Fingerprint),
        ("$input", job.InputUri),
        ("$output", job.OutputUri),
        ("$blueprint", job.HasBlueprint),
        ("$millis", (long)job.JobTime.TotalMilliseconds),
        ("$status", job.Status),
        ("$at", job.SubmittedAt.ToUnixTimeMilliseconds()));

    private static BdaJob Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        ClientToken = row.GetString(1),
        Fingerprint = row.GetString(2),
        InputUri = row.GetString(3),
        OutputUri = row.GetString(4),
        HasBlueprint = row.GetBoolean(5),
        JobTime = TimeSpan.FromMilliseconds(row.GetInt64(6)),
        Status = row.GetString(7),
        SubmittedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        DueAt = Moment(row, 9),
        CompletedAt = Moment(row, 10),
        ErrorType = row.IsDBNull(11) ? null : row.GetString(11),
        ErrorMessage = row.IsDBNull(12) ? null : row.GetString(12),
        Attempts = row.GetInt32(13),
        Held = row.GetBoolean(14),
        Spoiled = row.GetBoolean(15),
    };

    private static DateTimeOffset? Moment(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
