namespace CallRecording.Workflow.Polling;

/// <summary>What the service answered when asked about a job.</summary>
/// <param name="ManifestS3Uri">Where job_metadata.json is; null until the job succeeded.</param>
/// <param name="JobDurationInSeconds">The service's measure of the whole job; null where it gives none.</param>
public sealed record JobStatusAnswer(
    string Status,
    string? ErrorType = null,
    string? ErrorMessage = null,
    string? ManifestS3Uri = null,
    int? JobDurationInSeconds = null);
