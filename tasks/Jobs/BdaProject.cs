using CallRecording.Tasks.Settings;

namespace CallRecording.Tasks.Jobs;

/// <summary>What a job is made with: the project, its stage (LIVE or DEVELOPMENT), the profile of its Region, and the
/// KMS key that encrypts what the service keeps of it.</summary>
/// <param name="KeyArn">Null for the service's own.</param>
internal sealed record BdaProject(string ProjectArn, string Stage, string ProfileArn, string? KeyArn = null)
{
    public static BdaProject Read(SettingsReader settings) => new(
        settings.Arn("BEDROCK_PROJECT_ARN", "bedrock"),
        settings.OneOf("BEDROCK_PROJECT_STAGE", "LIVE", "DEVELOPMENT"),
        settings.Arn("BEDROCK_PROFILE_ARN", "bedrock"),
        settings.Optional("BEDROCK_KMS_KEY_ARN") is null ? null : settings.Arn("BEDROCK_KMS_KEY_ARN", "kms"));
}
