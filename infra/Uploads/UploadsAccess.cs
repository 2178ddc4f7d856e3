using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Uploads;

/// <summary>What is known of the bucket of uploads before it is there.</summary>
internal static class UploadsAccess
{
    public static string Bucket(StackSettings settings) =>
        $"{settings.Project}-{settings.Environment}-{settings.AccountId}-uploads";

    public static string BucketArn(StackSettings settings) => $"arn:aws:s3:::{Bucket(settings)}";

    /// <summary>All that the function puts there.</summary>
    public static string Objects(StackSettings settings) => $"{BucketArn(settings)}/uploads/*";
}
