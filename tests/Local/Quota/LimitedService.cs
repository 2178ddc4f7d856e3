using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Workflow.Polling;
using BdaStatus = CallRecording.Emulators.Bda.Jobs.BdaStatus;

namespace CallRecording.Tests.Local.Quota;

/// <summary>The emulator's jobs and limits, without audio and results: each job takes the same time.</summary>
internal sealed class LimitedService(JobStore jobs, Limits limits, TimeProvider time)
{
    private readonly Lock turn = new();

    /// <returns>The job's ARN; null where the quota is exceeded.</returns>
    public string? Submit(string clientToken)
    {
        lock (turn)
        {
            CatchUp();
            var job = new BdaJob
            {
                Id = Guid.CreateVersion7().ToString(),
                ClientToken = clientToken,
                Fingerprint = clientToken,
                InputUri = "s3://recordings/call.mp3",
                OutputUri = "s3://output/call",
                HasBlueprint = false,
                JobTime = limits.JobTime,
                SubmittedAt = time.GetUtcNow(),
                Status = BdaStatus.Created,
            };
            var added = jobs.Add(job, limits.Open);
            jobs.StartWaiting(limits.Concurrent, time.GetUtcNow());
            return added?.Arn;
        }
    }

    public JobStatusAnswer Ask(string arn)
    {
        lock (turn)
        {
            CatchUp();
            var job = jobs.Find(BdaJob.IdOf(arn)!)!; // Only what was submitted is asked about.
            return new JobStatusAnswer(job.Status, ManifestS3Uri: "s3://output/call/job_metadata.json");
        }
    }

    /// <summary>How many jobs there were.</summary>
    public long Count => jobs.CountOf(null);

    // Each job that ended makes room for the next one at that moment, however late it is asked for.
    private void CatchUp()
    {
        while (jobs.NextDue() is { } due && due <= time.GetUtcNow())
        {
            foreach (var job in jobs.Due(due))
            {
                jobs.Update(job with { Status = BdaStatus.Success, CompletedAt = due });
            }

            jobs.StartWaiting(limits.Concurrent, due);
        }
    }
}
