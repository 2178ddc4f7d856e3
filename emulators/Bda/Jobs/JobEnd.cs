using CallRecording.Emulators.Bda.Faults;
using CallRecording.Emulators.Bda.Recorded;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>How a job ends: the recorded results are written, or a fault or their lack decides otherwise.</summary>
internal sealed class JobEnd(
    Sidecars sidecars,
    ResultWriter results,
    StrikeStore strikes,
    TimeProvider time)
{
    /// <returns>The job as it is from now on: finished, or held by a fault.</returns>
    public async Task<BdaJob> DecideAsync(BdaJob job, CancellationToken cancellationToken)
    {
        try
        {
            var fault = await sidecars.FindFaultAsync(job.InputUri, cancellationToken);
            return fault?.Fault.Kind switch
            {
                FaultKind.Hang => job with { Held = true },
                FaultKind.ServiceError when strikes.TryStrike(job.InputUri, fault, job.Id) => Failed(
                    job,
                    BdaStatus.ServiceError,
                    "InternalServerException",
                    $"The service failed, as ordered by the fault {fault.Fault} beside the audio."),
                FaultKind.ClientError => Failed(
                    job,
                    BdaStatus.ClientError,
                    "ValidationException",
                    $"The audio could not be processed, as ordered by the fault {fault.Fault} beside it."),
                var kind => await SucceedAsync(job, kind, cancellationToken),
            };
        }
        catch (Exception mistake) when (mistake is FormatException or ResultsNotRecordedException)
        {
            return Failed(job, BdaStatus.ClientError, "ValidationException", mistake.Message);
        }
    }

    /// <summary>Writes a spoiled job's results again, as they should have been.</summary>
    public async Task<BdaJob> MendAsync(BdaJob job, CancellationToken cancellationToken)
    {
        var recorded = await sidecars.ReadResultsAsync(job.InputUri, cancellationToken);
        await results.WriteAsync(job, recorded, spoiledBy: null, cancellationToken);
        return job with { Spoiled = false };
    }

    public BdaJob Failed(BdaJob job, string status, string errorType, string message) => job with
    {
        Status = status,
        ErrorType = errorType,
        ErrorMessage = message,
        CompletedAt = time.GetUtcNow(),
    };

    private async Task<BdaJob> SucceedAsync(BdaJob job, FaultKind? fault, CancellationToken cancellationToken)
    {
        var recorded = await sidecars.ReadResultsAsync(job.InputUri, cancellationToken);
        await results.WriteAsync(job, recorded, fault, cancellationToken);
        return job with
        {
            Status = BdaStatus.Success,
            Spoiled = fault is FaultKind.NoResults or FaultKind.CorruptResult,
            CompletedAt = time.GetUtcNow(),
        };
    }
}
