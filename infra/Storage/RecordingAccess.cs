using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Uploads;

namespace CallRecording.Infra.Storage;

/// <summary>The recordings' bucket is managed elsewhere: the stack reads the part of it that the settings
/// name.</summary>
internal static class RecordingAccess
{
    private static string Objects(StackSettings settings) => $"{Bucket(settings)}/{settings.RecordingsPrefix}*";

    /// <summary>Access to every recording: published and uploaded ones.</summary>
    private static Statement Read(StackSettings settings) => new("ReadRecordings", "s3:GetObject")
    {
        Resources = settings.Uploads ? [Objects(settings), UploadsAccess.Objects(settings)] : [Objects(settings)],
    };

    /// <summary>Without it S3 says of a missing recording that access is denied.</summary>
    private static Statement TellMissing(StackSettings settings) => new("TellMissingRecordings", "s3:ListBucket")
    {
        Resources = settings.Uploads ? [Bucket(settings), UploadsAccess.BucketArn(settings)] : [Bucket(settings)],
    };

    /// <summary>Everything that reading recordings takes: each of them, that one is missing, and the key of their
    /// bucket where that is a customer's. The key's owner must allow it too.</summary>
    public static IEnumerable<Statement> All(StackSettings settings) =>
    [
        Read(settings),
        TellMissing(settings),
        .. settings.RecordingsKeyArn.Length > 0 ? [Decrypt(settings)] : Array.Empty<Statement>(),
    ];

    private static Statement Decrypt(StackSettings settings) => new("DecryptRecordings", "kms:Decrypt")
    {
        Resources = { settings.RecordingsKeyArn },
        Conditions = [("StringEquals", "kms:ViaService", $"s3.{settings.Region}.amazonaws.com")],
    };

    private static string Bucket(StackSettings settings) =>
        $"arn:aws:s3:::{settings.RecordingsBucket}";
}
