using System.Globalization;
using System.Text.Json.Nodes;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>A job as the service's clients see it, and as the emulator's own list shows it.</summary>
internal static class JobAnswer
{
    /// <summary>GetDataAutomationStatus: times are ISO 8601 text, and the output is the manifest's full URI.</summary>
    public static JsonObject Status(BdaJob job)
    {
        var answer = new JsonObject
        {
            ["status"] = job.Status,
            ["jobSubmissionTime"] = Iso(job.SubmittedAt),
        };
        if (job.ErrorType is not null)
        {
            answer["errorType"] = job.ErrorType;
            answer["errorMessage"] = job.ErrorMessage;
        }

        if (job.CompletedAt is { } completed)
        {
            answer["jobCompletionTime"] = Iso(completed);
            answer["jobDurationInSeconds"] = (int)Math.Ceiling((completed - job.SubmittedAt).TotalSeconds);
        }

        if (job.Status == BdaStatus.Success)
        {
            answer["outputConfiguration"] = new JsonObject { ["s3Uri"] = job.At(JobFolder.Manifest).ToString() };
        }

        return answer;
    }

    public static JsonObject Listed(BdaJob job) => new()
    {
        ["id"] = job.Id,
        ["arn"] = job.Arn,
        ["status"] = job.Status,
        ["clientToken"] = job.ClientToken,
        ["s3Uri"] = job.InputUri,
        ["outputS3Uri"] = job.OutputUri,
        ["submitted"] = Iso(job.SubmittedAt),
        ["finished"] = job.CompletedAt is { } completed ? Iso(completed) : null,
        ["errorMessage"] = job.ErrorMessage,
        ["held"] = job.Held,
        ["spoiled"] = job.Spoiled,
    };

    private static string Iso(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
