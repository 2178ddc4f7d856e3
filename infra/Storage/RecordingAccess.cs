using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Storage;

/// <summary>The recordings' bucket is managed elsewhere: the stack reads the part of it that the settings
/// name.</summary>
internal static class RecordingAccess
{
    public static string Objects(StackSettings settings) => $"{Bucket(settings)}/{settings.RecordingsPrefix}*";

    /// <summary>Without it S3 says of a missing recording that access is denied.</summary>
    public static Statement TellMissing(StackSettings settings) => new("TellMissingRecordings", "s3:ListBucket")
    {
        Resources = { Bucket(settings) },
    };

    private static string Bucket(StackSettings settings) =>
        $"arn:{settings.Partition}:s3:::{settings.RecordingsBucket}";
}
