using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Workflow.Polling;

namespace CallRecording.Local;

/// <summary>One line of console for a job that changed.</summary>
internal static class JobLine
{
    public static string Of(BdaJob job) => $"bda: job {job.Id} of {job.InputUri} {WhatHappened(job)}";

    private static string WhatHappened(BdaJob job) => job.Status switch
    {
        JobStatus.Created => $"submitted, takes {job.JobTime.TotalSeconds:0.#} s",
        JobStatus.InProgress when job.Held => "hangs until its fault is mended",
        JobStatus.InProgress => "in progress",
        JobStatus.Success when job.Spoiled => "succeeded with spoiled results, as its fault orders",
        JobStatus.Success => "succeeded",
        _ => $"failed: {job.Status}: {job.ErrorMessage}",
    };
}
