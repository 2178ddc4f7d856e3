using System.Text.Json.Nodes;
using Amazon.S3;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Emulators.Bda.Requests;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.Bda;

/// <summary>Bedrock Data Automation for audio on one machine: its protocol, checks, S3 layout and job times. Results
/// are replayed from what lies beside the audio (<see cref="Sidecars"/>), and faults come to order.</summary>
internal sealed class BdaService : IAsyncDisposable
{
    private readonly BdaOptions options;
    private readonly BdaDatabase database;
    private readonly JobStore jobs;
    private readonly StrikeStore strikes;
    private readonly Sidecars sidecars;
    private readonly JobSubmission invocation;
    private readonly JobRunner runner;

    private BdaService(BdaOptions options, BdaDatabase database, IAmazonS3 s3, TimeProvider time)
    {
        this.options = options;
        this.database = database;
        jobs = new JobStore(database);
        strikes = new StrikeStore(database);
        sidecars = new Sidecars(s3, new KnownAudio(s3, options.Known));
        var results = new ResultWriter(s3);
        var audio = new AudioInput(options, s3, sidecars);
        invocation = new JobSubmission(options, audio, sidecars, results, jobs, strikes, time);
        runner = new JobRunner(options, jobs, new JobEnd(sidecars, results, strikes, time), time);
    }

    /// <summary>Ends with the service; faulted when its background work broke down.</summary>
    public Task Stopped => runner.Stopped;

    /// <param name="s3">The caller's client; it must outlive the service.</param>
    public static Task<BdaService> OpenAsync(
        BdaOptions options,
        IAmazonS3 s3,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!double.IsFinite(options.Speed) || options.Speed < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), $"The speed is {options.Speed}, expected a number of at least 1.");
        }

        return Task.FromResult(new BdaService(options, BdaDatabase.Open(options.DatabasePath), s3, time));
    }

    /// <summary>Serves the runtime's protocol at POST / and the emulator's own routes below /emulator.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        new AwsJsonService("AmazonBedrockKeystoneRuntimeService", "1.1")
            .On("InvokeDataAutomationAsync", InvokeAsync)
            .On("GetDataAutomationStatus", (request, _) => Task.FromResult(GetStatus(request)))
            .Map(routes);
        new EmulatorRoutes(jobs, MendAsync).Map(routes);
    }

    /// <summary>Goes on with the jobs that were open when the last process ended, and takes new ones.</summary>
    public void Start() => runner.Start();

    /// <summary>Takes the audio's fault away: later jobs run clean, hanging ones go on to their end, and results that
    /// were spoiled are written again.</summary>
    /// <exception cref="ResultsNotRecordedException">Spoiled results, and their recording is gone.</exception>
    public async Task<MendAnswer> MendAsync(ObjectLocation audio, CancellationToken cancellationToken)
    {
        var uri = audio.ToString();
        var (released, rewritten) = await runner.MendAsync(
            uri,
            async token =>
            {
                await sidecars.RemoveFaultAsync(uri, token);
                strikes.Forget(uri);
            },
            cancellationToken);
        return new MendAnswer(uri, released, rewritten);
    }

    public async ValueTask DisposeAsync()
    {
        await runner.DisposeAsync();
        database.Dispose();
    }

    private async Task<JsonObject> InvokeAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var (job, isNew) = await SubmitAsync(request, cancellationToken);
        if (isNew)
        {
            options.JobChanged?.Invoke(job);
            runner.Wake();
        }

        return new JsonObject { ["invocationArn"] = job.Arn };
    }

    private async Task<(BdaJob Job, bool IsNew)> SubmitAsync(JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            return await invocation.SubmitAsync(request, cancellationToken);
        }
        catch (Exception away) when (S3Trouble.Is(away))
        {
            const int InternalServerError = 500;
            throw new AwsFault("InternalServerException", $"S3 cannot be used: {away.Message}", InternalServerError);
        }
    }

    private JsonObject GetStatus(JsonObject request)
    {
        List<string> errors = [];
        var arn = new StructureReader(request, string.Empty, errors)
            .Text("invocationArn", 1, 128, Patterns.InvocationArn, required: true);
        if (arn is null || errors.Count > 0)
        {
            throw InvocationRequestReader.Invalid($"1 validation error detected: {string.Join("; ", errors)}");
        }

        return BdaJob.IdOf(arn) is { } id && jobs.Find(id) is { } job
            ? JobAnswer.Status(job)
            : throw new AwsFault("ResourceNotFoundException", $"The job {arn} does not exist.");
    }
}
