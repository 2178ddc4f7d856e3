using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;
using static CallRecording.Tests.Infra.Settings.RequiredSettings;

namespace CallRecording.Tests.Infra.Settings;

public sealed class WhenASettingIsWrong
{
    [Theory]
    [InlineData(
        "accountId", "12345",
        "call-recording:accountId is '12345', expected the 12 digits of an AWS account, in quotes.")]
    [InlineData("region", "eu-north-1", "where Bedrock Data Automation and CloudFront do not both run")]
    [InlineData("region", "us-gov-west-1", "where Bedrock Data Automation and CloudFront do not both run")]
    [InlineData("region", "nowhere", "call-recording:region is 'nowhere', expected a region such as us-east-1.")]
    [InlineData("recordingsBucket", "No Bucket", "call-recording:recordingsBucket is 'No Bucket'")]
    [InlineData(
        "recordingsBucket", "calls.example.com",
        "call-recording:recordingsBucket is 'calls.example.com', expected the name of the bucket that recordings "
            + "land in, without dots")]
    [InlineData(
        "recordingsKeyArn", "alias/recordings",
        "call-recording:recordingsKeyArn is 'alias/recordings', expected the ARN of a KMS key")]
    [InlineData(
        "recordingsKeyArn", "arn:aws:kms:us-east-1:444444444444:key/1",
        "call-recording:recordingsKeyArn is in 'us-east-1', expected eu-central-1")]
    [InlineData("projectStage", "DEVELOPMENT", "call-recording:projectStage is not a setting")]
    [InlineData("vpcSubnetIds", "subnet-1", "call-recording:vpcSecurityGroupIds is missing, and vpcSubnetIds is there")]
    [InlineData(
        "vpcSecurityGroupIds", "sg-1", "call-recording:vpcSubnetIds is missing, and vpcSecurityGroupIds is there")]
    [InlineData(
        "vpcSubnetIds", "subnet-1,subnet-2", "call-recording:vpcSubnetIds is 'subnet-1,subnet-2', expected subnets")]
    [InlineData("domainName", "calls.example.com", "call-recording:certificateArn is missing, and domainName is there")]
    [InlineData(
        "certificateArn", "arn:aws:acm:us-east-1:111111111111:certificate/1a", "call-recording:domainName is missing")]
    [InlineData(
        "certificateArn", "arn:aws:acm:eu-central-1:111111111111:certificate/1a",
        "expected the ARN of a certificate in us-east-1")]
    [InlineData(
        "domainName", "https://calls.example.com",
        "call-recording:domainName is 'https://calls.example.com', expected a host name")]
    [InlineData(
        "webAclArn", "arn:aws:wafv2:eu-central-1:111111111111:regional/webacl/a/1a",
        "expected the ARN of a web ACL for CloudFront")]
    [InlineData(
        "recordingsPrefix", "calls", "call-recording:recordingsPrefix is 'calls', expected a prefix that ends in '/'")]
    [InlineData("recordingsPrefix", "calls/*/", "call-recording:recordingsPrefix is 'calls/*/'")]
    [InlineData("publisherArn", "*", "call-recording:publisherArn is '*', expected the ARN of a role or user.")]
    [InlineData("alarmEmail", "operator", "call-recording:alarmEmail is 'operator', expected an e-mail address.")]
    [InlineData(
        "allowedOrigins", "http://calls.example.com",
        "call-recording:allowedOrigins is 'http://calls.example.com', expected * or origins")]
    [InlineData(
        "allowedOrigins", "https://calls.example.com/",
        "call-recording:allowedOrigins is 'https://calls.example.com/'")]
    [InlineData("allowedOrigins", "https://a.example *", "call-recording:allowedOrigins is 'https://a.example *'")]
    [InlineData("allowedOrigins", "https://a.example,https://b.example", "call-recording:allowedOrigins is")]
    [InlineData("auth", "oauth", "call-recording:auth is 'oauth', expected none, apiKey, iam, cognito.")]
    [InlineData("runtime", "docker", "call-recording:runtime is 'docker', expected native, managed.")]
    [InlineData("architecture", "arm65", "call-recording:architecture is 'arm65', expected arm64, x64.")]
    [InlineData("protectData", "yes", "call-recording:protectData is 'yes', expected true or false.")]
    [InlineData(
        "logRetentionDays", "31", "call-recording:logRetentionDays is '31', expected one of 1, 3, 5, 7, 14, 30")]
    [InlineData("batchSize", "101", "call-recording:batchSize is '101', expected a whole number from 1 to 100.")]
    [InlineData("batchSize", "1.5", "call-recording:batchSize is '1.5', expected a whole number from 1 to 100.")]
    [InlineData(
        "maximumStarters", "1", "call-recording:maximumStarters is '1', expected a whole number from 2 to 1000.")]
    [InlineData(
        "pollGrowthShare", "much", "call-recording:pollGrowthShare is 'much', expected a number from 0.01 to 10.")]
    [InlineData(
        "audioMinuteDollars", "-1", "call-recording:audioMinuteDollars is '-1', expected a number from 0 to 1000.")]
    [InlineData(
        "pollMinimumWaitSeconds", "400",
        "call-recording:pollMinimumWaitSeconds is 400, expected at most pollMaximumWaitSeconds, which is 300.")]
    [InlineData(
        "apiBurstRequests", "10",
        "call-recording:apiBurstRequests is 10, expected at least apiRequestsPerSecond, which is 50.")]
    [InlineData("colour", "blue", "call-recording:colour is not a setting; there are ")]
    public void A_wrong_value_is_refused_by_its_key(string key, string value, string message) =>
        Assert.Contains(
            message, Assert.Throws<SettingsException>(() => Read("dev", (key, value))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_batch_above_ten_needs_a_window()
    {
        var refusal = Assert.Throws<SettingsException>(() => Read("dev", ("batchSize", "11")));

        Assert.Contains(
            "call-recording:batchWindowSeconds is 0, expected at least 1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(11, Read("dev", ("batchSize", "11"), ("batchWindowSeconds", "1")).BatchSize);
        Assert.Equal(10, Read("dev", ("batchSize", "10")).BatchSize);
    }

    [Fact]
    public void An_open_API_needs_a_second_setting_in_every_environment() =>
        Assert.All(TestStacks.Environments, environment =>
        {
            var refusal = Assert.Throws<SettingsException>(() => Read(environment, ("auth", "none")));

            Assert.Contains("call-recording:auth is none: every client", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(AuthMode.None, Read(environment, ("auth", "none"), ("allowOpenApi", "true")).Auth);
        });

    [Fact]
    public void An_open_API_takes_no_uploads() => Assert.Contains(
        "call-recording:uploads is true, and auth is none",
        Assert.Throws<SettingsException>(
            () => Read("dev", ("auth", "none"), ("allowOpenApi", "true"), ("uploads", "true"))).Message,
        StringComparison.Ordinal);
}
