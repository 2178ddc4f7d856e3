using CallRecording.Local.Resources;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>The system's resources in words that hold on one machine and in every account: <c>calls</c>,
/// <c>calls/index/calls-by-time</c>, <c>results</c>, <c>results/object</c>.</summary>
internal static class ResourceWords
{
    public const string Uploads = "uploads";

    private const string InUploads = "uploads/";

    public static string OfTable(string? name) => name switch
    {
        ResourceNames.Table => "calls",
        ResourceNames.WordsTable => "words",
        _ => throw Unknown(name),
    };

    public static string OfObject(string bucket, string key) => $"{OfBucket(bucket, key)}/object";

    /// <remarks>On one machine uploads lie in the bucket of recordings.</remarks>
    public static string OfBucket(string bucket, string key) => bucket switch
    {
        ResourceNames.OutputBucket => "results",
        ResourceNames.RecordingsBucket => key.StartsWith(InUploads, StringComparison.Ordinal) ? Uploads : "recordings",
        _ => throw Unknown(bucket),
    };

    public static string OfArn(string? arn) => arn switch
    {
        ResourceNames.TopicArn => "topic",
        ResourceNames.StateMachineArn => "machine",
        ResourceNames.ProjectArn => "project",
        ResourceNames.ProfileArn => "profile",
        _ when arn?.Contains($":execution:{ResourceNames.StateMachine}:", StringComparison.Ordinal) is true =>
            "execution",
        _ when arn?.Contains(":data-automation-invocation/", StringComparison.Ordinal) is true => "job",
        _ => throw Unknown(arn),
    };

    private static InvalidOperationException Unknown(string? resource) =>
        new($"'{resource}' is no resource of the system that is known here.");
}
