using Amazon.Runtime;

namespace CallRecording.Emulators.Bda.Objects;

/// <summary>What an exception of the S3 client means.</summary>
internal static class S3Trouble
{
    /// <summary>S3 refused, failed or was away: it is not the code that is wrong.</summary>
    public static bool Is(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException;

    /// <summary>S3 understood and said no: the same request gets the same answer again.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is AmazonServiceException refusal && (int)refusal.StatusCode is >= 400 and < 500;
}
