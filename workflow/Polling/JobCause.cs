using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow.Polling;

/// <summary>Why a job gave no results, and what to do next: the text on the call's item.</summary>
internal static class JobCause
{
    /// <summary>The service's own words are carried through every later state: bounded.</summary>
    private const int MaxServiceWords = 1000;

    public static string NoManifest(Job job, string problem) =>
        $"Job {job.InvocationArn} succeeded without naming its manifest: {problem} " +
        "Redrive the execution to submit the recording again.";

    public static string Resubmitted(Job job, JobStatusAnswer answer, int maximumSubmissions) =>
        $"Job {job.InvocationArn} failed in the service{Words(answer)}; it was submission {job.Submissions} of " +
        $"{maximumSubmissions}, and the recording is submitted again.";

    public static string ServiceFailed(Job job, JobStatusAnswer answer, int maximumSubmissions) =>
        $"Job {job.InvocationArn} failed in the service{Words(answer)}; it was submission {job.Submissions} of " +
        $"{maximumSubmissions}. Redrive the execution once the service is well.";

    public static string Refused(Job job, JobStatusAnswer answer) =>
        $"Job {job.InvocationArn} was refused{Words(answer)}. " +
        "Mend the recording, the project or the blueprint, then redrive the execution.";

    public static string Expired(Job job, int deadlineSeconds) =>
        $"Job {job.InvocationArn} is {Excerpt.Of(job.Status)} after {job.BegunSeconds} s, expected to end within " +
        $"{deadlineSeconds} s. Redrive the execution to submit the recording again.";

    private static string Words(JobStatusAnswer answer)
    {
        string?[] both = [answer.ErrorType, answer.ErrorMessage];
        var words = string.Join(": ", both.Where(word => !string.IsNullOrWhiteSpace(word)));
        return words.Length == 0 ? "" : $" ({Excerpt.Of(words, MaxServiceWords)})";
    }
}
