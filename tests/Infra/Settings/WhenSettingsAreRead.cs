using System.Globalization;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;
using CallRecording.Workflow.Cost;
using CallRecording.Workflow.Polling;
using static CallRecording.Tests.Infra.Settings.RequiredSettings;

namespace CallRecording.Tests.Infra.Settings;

public sealed class WhenSettingsAreRead
{
    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void The_projects_own_files_are_right(string environment) =>
        Assert.Equal(environment, TestStacks.Settings(environment).Environment);

    [Fact]
    public void Prod_authenticates_protects_its_data_and_keeps_logs_for_a_year()
    {
        var prod = TestStacks.Settings("prod");

        Assert.Equal((AuthMode.Cognito, true, 365), (prod.Auth, prod.ProtectData, prod.LogRetentionDays));
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var refusal = Assert.Throws<SettingsException>(
            () => StackSettingsFile.Read("dev", "call-recording", _ => null, []));

        Assert.All(Required.Keys, key =>
            Assert.Contains($"call-recording:{key} is not set", refusal.Message, StringComparison.Ordinal));
        Assert.Equal(Required.Count, refusal.Problems.Count);
    }

    [Fact]
    public void The_projects_own_files_ask_who_is_there() =>
        Assert.All(TestStacks.Environments, environment =>
            Assert.Equal(AuthMode.Cognito, TestStacks.Settings(environment).Auth));

    [Fact]
    public void Staging_is_encrypted_as_prod_is() => Assert.Equal(
        (EncryptionMode.Kms, EncryptionMode.Kms),
        (TestStacks.Settings("staging").Encryption, TestStacks.Settings("prod").Encryption));

    [Fact]
    public void No_page_of_another_origin_reads_the_API_unless_it_is_named()
    {
        Assert.Empty(Read("dev").AllowedOrigins);
        Assert.Equal(["*"], Read("dev", ("allowedOrigins", "*")).AllowedOrigins);
        Assert.Equal(
            ["https://a.example", "https://b.example:8443"],
            Read("dev", ("allowedOrigins", "https://a.example https://b.example:8443")).AllowedOrigins);
    }

    [Fact]
    public void A_stack_of_another_name_is_refused() =>
        Assert.Contains(
            "is called 'production', expected dev, staging, prod",
            Assert.Throws<SettingsException>(() => Read("production")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_minute_of_audio_costs_what_calls_are_estimated_with() =>
        Assert.Equal((double)CallCost.AudioMinuteDollars, new StackSettings
        {
            Environment = "dev",
            Project = "p",
            AccountId = "1",
            Region = "r",
            RecordingsBucket = "b",
            AlarmEmail = "a",
        }.AudioMinuteDollars);

    /// <summary>The program may not refer to the room that has the policy, so it has the numbers again.</summary>
    [Fact]
    public void The_defaults_of_polling_are_those_of_the_policy()
    {
        var (ours, policy) = (new PollPolicySettings(), new PollPolicy());

        foreach (var property in typeof(PollPolicySettings).GetProperties().Where(
            one => one.Name != nameof(PollPolicySettings.Environment)))
        {
            var expected = typeof(PollPolicy).GetProperty(property.Name)?.GetValue(policy);
            Assert.Equal(
                Convert.ToDouble(expected, CultureInfo.InvariantCulture),
                Convert.ToDouble(property.GetValue(ours), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Keys_of_other_projects_are_theirs() =>
        Assert.Equal(
            ["region", "auth"],
            GivenKeys.Of(
                "call-recording", """{"call-recording:region":"x","aws:region":"y","call-recording:auth":"z"}"""));

    [Fact]
    public void Every_key_is_in_the_documents()
    {
        var keys = new List<string>();
        StackSettingsFile.Read(
            "dev",
            "call-recording",
            key =>
            {
                keys.Add(key);
                return Required.GetValueOrDefault(key);
            },
            []);
        var document = File.ReadAllText(ProjectFiles.At("docs", "deployment.md"));

        Assert.All(keys.Where(key => !key.StartsWith("poll", StringComparison.Ordinal)), key =>
            Assert.Contains($"`{key}`", document, StringComparison.Ordinal));
    }
}
