namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>The jobs, as rows.</summary>
internal sealed class JobStore(BdaDatabase database)
{
    private const string Columns = """
        id, client_token AS ClientToken, fingerprint, input_uri AS InputUri, output_uri AS OutputUri,
        has_blueprint AS HasBlueprint, job_millis AS JobTime, status, submitted_millis AS SubmittedAt,
        due_millis AS DueAt, completed_millis AS CompletedAt, error_type AS ErrorType, error_message AS ErrorMessage,
        attempts, held, spoiled
        """;

    private const string Open = $"status IN ('{BdaStatus.Created}', '{BdaStatus.InProgress}')";

    private const string Running = $"status = '{BdaStatus.InProgress}'";

    public BdaJob? Find(string id) =>
        database.Query<BdaJob>($"SELECT {Columns} FROM jobs WHERE id = @id", new { id }).SingleOrDefault();

    public BdaJob? FindByToken(string clientToken) => database
        .Query<BdaJob>($"SELECT {Columns} FROM jobs WHERE client_token = @clientToken", new { clientToken })
        .SingleOrDefault();

    /// <summary>Adds the job, unless its token was used before or too many are open.</summary>
    /// <returns>The job of this token; null when the quota is exceeded.</returns>
    public BdaJob? Add(BdaJob job, int openLimit) => database.InTransaction(() =>
    {
        if (FindByToken(job.ClientToken) is { } earlier)
        {
            return earlier;
        }

        if (database.Ask<long>($"SELECT count(*) FROM jobs WHERE {Open}") >= openLimit)
        {
            return null;
        }

        Insert(job);
        return job;
    });

    /// <summary>Puts waiting jobs in progress, the oldest first, as far as the limit goes.</summary>
    public List<BdaJob> StartWaiting(int limit, DateTimeOffset now) => database.InTransaction(() =>
    {
        var free = limit - database.Ask<long>($"SELECT count(*) FROM jobs WHERE {Running}");
        if (free <= 0)
        {
            return [];
        }

        return database.Query<BdaJob>(
            $"""
            UPDATE jobs SET status = '{BdaStatus.InProgress}', due_millis = @now + job_millis WHERE number IN
                (SELECT number FROM jobs WHERE status = '{BdaStatus.Created}' ORDER BY number LIMIT @free)
            RETURNING {Columns}
            """,
            new { now, free });
    });

    public List<BdaJob> Due(DateTimeOffset now) => database.Query<BdaJob>(
        $"SELECT {Columns} FROM jobs WHERE {Running} AND held = 0 AND due_millis <= @now ORDER BY due_millis",
        new { now });

    public DateTimeOffset? NextDue() =>
        database.Ask<DateTimeOffset?>($"SELECT min(due_millis) FROM jobs WHERE {Running} AND held = 0");

    /// <param name="inputUri">Null for the jobs of all audio.</param>
    /// <param name="after">The id of a job: only those submitted later; null for all.</param>
    public List<BdaJob> Of(string? inputUri, string? after, int limit) => database.Query<BdaJob>(
        $"""
        SELECT {Columns} FROM jobs WHERE (@inputUri IS NULL OR input_uri = @inputUri)
            AND (@after IS NULL OR number > (SELECT number FROM jobs WHERE id = @after)) ORDER BY number LIMIT @limit
        """,
        new { inputUri, after, limit });

    public long CountOf(string? inputUri) =>
        database.Ask<long>(
            "SELECT count(*) FROM jobs WHERE @inputUri IS NULL OR input_uri = @inputUri", new { inputUri });

    /// <summary>Spoiled jobs of one audio, to be written again.</summary>
    public List<BdaJob> Spoiled(string inputUri) => database.Query<BdaJob>(
        $"SELECT {Columns} FROM jobs WHERE input_uri = @inputUri AND spoiled = 1 ORDER BY number", new { inputUri });

    /// <summary>Lets held jobs of one audio go on to their end.</summary>
    public int Release(string inputUri) =>
        database.Execute("UPDATE jobs SET held = 0 WHERE input_uri = @inputUri AND held = 1", new { inputUri });

    /// <summary>Writes what can change about a job after it was added.</summary>
    public void Update(BdaJob job) => database.Execute(
        """
        UPDATE jobs SET status = @Status, due_millis = @DueAt, completed_millis = @CompletedAt, error_type = @ErrorType,
            error_message = @ErrorMessage, attempts = @Attempts, held = @Held, spoiled = @Spoiled WHERE id = @Id
        """,
        job);

    private void Insert(BdaJob job) => database.Execute(
        """
        INSERT INTO jobs (id, client_token, fingerprint, input_uri, output_uri, has_blueprint, job_millis, status,
            submitted_millis)
        VALUES (@Id, @ClientToken, @Fingerprint, @InputUri, @OutputUri, @HasBlueprint, @JobTime, @Status, @SubmittedAt)
        """,
        job);
}
