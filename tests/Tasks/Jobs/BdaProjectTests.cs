using CallRecording.Tasks.Jobs;
using CallRecording.Tasks.Settings;

namespace CallRecording.Tests.Tasks.Jobs;

public sealed class BdaProjectTests
{
    private const string Project = "arn:aws:bedrock:us-east-1:000000000000:data-automation-project/calls";
    private const string Profile =
        "arn:aws:bedrock:us-east-1:000000000000:data-automation-profile/us.data-automation-v1";

    private static readonly Dictionary<string, string> Complete = new()
    {
        ["BEDROCK_PROJECT_ARN"] = Project,
        ["BEDROCK_PROFILE_ARN"] = Profile,
    };

    [Fact]
    public void The_usual_stage_is_LIVE() => Assert.Equal(new BdaProject(Project, "LIVE", Profile), Read(Complete));

    [Fact]
    public void The_stage_can_be_DEVELOPMENT() => Assert.Equal(
        new BdaProject(Project, "DEVELOPMENT", Profile), Read(With("BEDROCK_PROJECT_STAGE", "DEVELOPMENT")));

    [Fact]
    public void Another_stage_is_refused() => Assert.Equal(
        "BEDROCK_PROJECT_STAGE is 'live', expected one of LIVE, DEVELOPMENT.",
        Problem(With("BEDROCK_PROJECT_STAGE", "live")));

    [Theory]
    [InlineData("BEDROCK_PROJECT_ARN")]
    [InlineData("BEDROCK_PROFILE_ARN")]
    public void Either_ARN_has_to_be_there(string name)
    {
        Assert.Equal($"{name} is not set; this function cannot work without it.", Problem(With(name, "")));
        Assert.Equal($"{name} is 'arn:aws:s3:::a', expected an ARN of bedrock.", Problem(With(name, "arn:aws:s3:::a")));
    }

    [Fact]
    public void A_key_is_used_where_there_is_one()
    {
        const string key = "arn:aws:kms:us-east-1:000000000000:key/1";

        Assert.Null(Read(Complete).KeyArn);
        Assert.Equal(key, Read(With("BEDROCK_KMS_KEY_ARN", key)).KeyArn);
        Assert.Equal(
            "BEDROCK_KMS_KEY_ARN is 'alias/calls', expected an ARN of kms.",
            Problem(With("BEDROCK_KMS_KEY_ARN", "alias/calls")));
    }

    private static Dictionary<string, string> With(string name, string value) => new(Complete) { [name] = value };

    private static string Problem(Dictionary<string, string> environment) =>
        Assert.Throws<SettingException>(() => Read(environment)).Message;

    private static BdaProject Read(Dictionary<string, string> environment) => BdaProject.Read(new(environment));
}
