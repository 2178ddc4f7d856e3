namespace CallRecording.Tasks.Settings;

/// <summary>What a job is made with: the project, its stage (LIVE or DEVELOPMENT) and the profile of its Region.</summary>
internal sealed record BdaProject(string ProjectArn, string Stage, string ProfileArn)
{
    public static BdaProject Read(SettingsReader settings) => new(
        settings.Arn("BEDROCK_PROJECT_ARN", "bedrock"),
        settings.OneOf("BEDROCK_PROJECT_STAGE", "LIVE", "DEVELOPMENT"),
        settings.Arn("BEDROCK_PROFILE_ARN", "bedrock"));
}
