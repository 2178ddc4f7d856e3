using System.Text;
using Amazon.S3;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>Writes a job's results to the keys that the service uses, the manifest last: a reader that finds the
/// manifest finds all other files.</summary>
internal sealed class ResultWriter(IAmazonS3 s3)
{
    private const string Json = "application/json";

    public Task WriteAccessCheckAsync(BdaJob job, CancellationToken cancellationToken) =>
        s3.WriteAsync(job.At(JobFolder.AccessCheck), default, "application/octet-stream", cancellationToken);

    /// <param name="spoiledBy">A fault that may leave results out or cut them; null for none.</param>
    public async Task WriteAsync(
        BdaJob job,
        RecordedResults results,
        FaultKind? spoiledBy,
        CancellationToken cancellationToken)
    {
        var custom = job.HasBlueprint ? results.Custom : null;
        if (spoiledBy is not FaultKind.NoResults)
        {
            await using var standard = await (spoiledBy is FaultKind.CorruptResult
                ? results.Standard.OpenHalfAsync(s3, cancellationToken)
                : results.Standard.OpenAsync(s3, cancellationToken));
            await s3.UploadAsync(job.At(JobFolder.StandardOutput), standard, Json, cancellationToken);
            if (custom is not null)
            {
                await using var content = await custom.OpenAsync(s3, cancellationToken);
                await s3.UploadAsync(job.At(JobFolder.CustomOutput), content, Json, cancellationToken);
            }
        }

        var manifest = Encoding.UTF8.GetBytes(JobFolder.ManifestOf(job, matched: custom is not null));
        await s3.WriteAsync(job.At(JobFolder.Manifest), manifest, Json, cancellationToken);
    }
}
