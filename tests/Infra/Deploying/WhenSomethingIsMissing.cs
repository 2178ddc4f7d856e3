namespace CallRecording.Tests.Infra.Deploying;

/// <summary><c>infra/deploy</c> says in one line what it lacks, and changes nothing.</summary>
public sealed class WhenSomethingIsMissing : IDisposable
{
    private readonly DeployedTree tree = new();

    public void Dispose() => tree.Dispose();

    [Theory]
    [InlineData("pulumi", "deploy: needs pulumi, which is not on the PATH")]
    [InlineData("aws", "deploy: needs the aws command, which is not on the PATH")]
    public Task A_command(string command, string message)
    {
        tree.Without(command);

        return AssertRefusedAsync(message, "dev", "--yes");
    }

    [Theory]
    [InlineData("whoami", 255, "", "deploy: pulumi is not logged in to a backend: run 'pulumi login'")]
    [InlineData(
        "get-caller-identity", 253, "\\nUnable to locate credentials.",
        "deploy: there are no AWS credentials that work: Unable to locate credentials.")]
    [InlineData(
        "get-caller-identity", 0, "222222222222\\n",
        "deploy: these are credentials of the account 222222222222, and dev is for 111111111111")]
    [InlineData(
        "list-data-automation-projects", 254, "\\nAn error occurred (AccessDeniedException)",
        "deploy: Bedrock Data Automation does not answer in us-east-1: An error occurred (AccessDeniedException)")]
    [InlineData(
        "stack ls", 255, "error: no backend\\n",
        "deploy: the stacks of this Pulumi backend cannot be listed: error: no backend")]
    [InlineData("stack ls", 0, "[]", "deploy: there is no stack dev in this Pulumi backend; --init makes it")]
    [InlineData(
        "head-bucket", 254, "\\nAn error occurred (404)",
        "in which recordings land, does not answer: An error occurred (404)")]
    [InlineData(
        "head-bucket", 0, "eu-west-1\\n",
        "is in eu-west-1, and Bedrock Data Automation in us-east-1 reads recordings of its own region only")]
    public Task What_it_asks(string question, int exitCode, string answer, string message)
    {
        tree.Answer(question, exitCode, answer);

        return AssertRefusedAsync(message, "dev", "--yes");
    }

    [Theory]
    [InlineData("deploy: names no environment", new string[0])]
    [InlineData("deploy: 'qa' is not an option", new[] { "qa" })]
    [InlineData("deploy: 'prod' is one environment too many", new[] { "dev", "prod" })]
    [InlineData("deploy: --rollback needs a commit", new[] { "dev", "--rollback" })]
    [InlineData(
        "deploy: --destroy and --rollback do not go together", new[] { "dev", "--destroy", "--rollback", "HEAD" })]
    public Task A_right_question(string message, string[] arguments) => AssertRefusedAsync(message, arguments);

    [Fact]
    public Task Right_settings()
    {
        tree.Setting("auth", "cognito", "none");

        return AssertRefusedAsync(
            "cannot be deployed: call-recording:auth is none: every client that knows the address", "dev", "--yes");
    }

    [Fact]
    public Task Functions_without_stand_ins()
    {
        tree.Published = "tasks-arm64.zip: 9.0 MB, stand-ins: AWSSDK.StepFunctions; a deployment will refuse it";

        return AssertRefusedAsync("deploy: the functions were built with stand-ins", "dev", "--yes");
    }

    [Fact]
    public Task A_confirmation() => AssertRefusedAsync("deploy: asks before it changes anything", "dev");

    [Fact]
    public Task Settings_that_Pulumi_can_read()
    {
        tree.IsMade();
        tree.Answer("config --json", 255, "error: incorrect passphrase\\n");

        return AssertRefusedAsync(
            "deploy: the settings of dev cannot be read: error: incorrect passphrase", "dev", "--yes");
    }

    [Theory]
    [InlineData("--destroy", "deploy: there is no stack dev in this Pulumi backend")]
    [InlineData("--rollback=HEAD", "deploy: there is no stack dev in this Pulumi backend to roll back")]
    public Task A_stack_that_is_there(string option, string message) =>
        AssertRefusedAsync(message, ["dev", "--yes", .. option.Split('=')]);

    [Fact]
    public Task A_way_from_the_VPC_to_AWS()
    {
        tree.Set("vpcSubnetIds", "subnet-0a1b");
        tree.Set("vpcSecurityGroupIds", "sg-0a1b");
        tree.Answer("describe-subnets", 0, "vpc-1\\n");
        tree.Answer("describe-vpc-endpoints", 0, "com.amazonaws.us-east-1.s3\\tcom.amazonaws.us-east-1.dynamodb\\n");

        return AssertRefusedAsync(
            "functions in subnet-0a1b could not reach AWS: no NAT or transit gateway is on their way, and vpc-1 has no "
            + "endpoint (with private DNS) for com.amazonaws.us-east-1.states "
            + "com.amazonaws.us-east-1.bedrock-data-automation-runtime com.amazonaws.us-east-1.sns",
            "dev",
            "--yes");
    }

    /// <summary>Amazon's own command says what there is, not a script of ours.</summary>
    [Fact]
    public async Task Credentials_that_the_real_command_does_not_find()
    {
        if (ScriptedCommands.Find("aws") is null)
        {
            Assert.Skip("aws is not on the PATH.");
        }

        tree.Real("aws");
        var environment = new Dictionary<string, string> { ["AWS_EC2_METADATA_DISABLED"] = "true" };

        var (exitCode, _, complaints) = await tree.RunAsync(environment, "dev", "--yes");

        Assert.Equal(1, exitCode);
        Assert.Contains("deploy: there are no AWS credentials that work: ", complaints, StringComparison.Ordinal);
        Assert.Contains("credentials", LastLine(complaints), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(tree.Changes);
    }

    private async Task AssertRefusedAsync(string message, params string[] arguments)
    {
        var (exitCode, _, complaints) = await tree.RunAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, LastLine(complaints), StringComparison.Ordinal);
        // The functions may have been built; no resource was touched.
        Assert.DoesNotContain(tree.Changes, line => !line.StartsWith("publish ", StringComparison.Ordinal));
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];
}
