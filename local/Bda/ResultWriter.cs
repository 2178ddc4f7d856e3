using System.Text;
using Amazon.S3;

namespace CallRecording.Local.Bda;

/// <summary>Puts a job's results where the service does, the manifest last: whoever sees it finds the rest.</summary>
internal sealed class ResultWriter(IAmazonS3 s3)
{
    private const string Json = "application/json";

    public Task WriteAccessCheckAsync(BdaJob job, CancellationToken cancellationToken) =>
        s3.WriteAsync(job.At(JobFolder.AccessCheck), [], "application/octet-stream", cancellationToken);

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
            var standard = spoiledBy is FaultKind.CorruptResult ? FirstHalf(results.Standard) : results.Standard;
            await s3.WriteAsync(job.At(JobFolder.StandardOutput), standard, Json, cancellationToken);
            if (custom is not null)
            {
                await s3.WriteAsync(job.At(JobFolder.CustomOutput), custom, Json, cancellationToken);
            }
        }

        var manifest = Encoding.UTF8.GetBytes(JobFolder.ManifestOf(job, matched: custom is not null));
        await s3.WriteAsync(job.At(JobFolder.Manifest), manifest, Json, cancellationToken);
    }

    private static byte[] FirstHalf(byte[] bytes) => bytes[..(bytes.Length / 2)];
}
