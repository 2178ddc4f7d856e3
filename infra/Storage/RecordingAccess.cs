using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Uploads;

namespace CallRecording.Infra.Storage;

/// <summary>The recordings' bucket is managed elsewhere: the stack reads the part of it that the settings
/// name.</summary>
internal static class RecordingAccess
{
    public static string Objects(StackSettings settings) => $"{Bucket(settings)}/{settings.RecordingsPrefix}*";

    /// <summary>To read every recording: those that land, and those that people uploaded.</summary>
    public static Statement Read(StackSettings settings) => new("ReadRecordings", "s3:GetObject")
    {
        Resources = settings.Uploads ? [Objects(settings), UploadsAccess.Objects(settings)] : [Objects(settings)],
    };

    /// <summary>Without it S3 says of a missing recording that access is denied.</summary>
    public static Statement TellMissing(StackSettings settings) => new("TellMissingRecordings", "s3:ListBucket")
    {
        Resources = settings.Uploads ? [Bucket(settings), UploadsAccess.BucketArn(settings)] : [Bucket(settings)],
    };

    private static string Bucket(StackSettings settings) =>
        $"arn:{settings.Partition}:s3:::{settings.RecordingsBucket}";
}
