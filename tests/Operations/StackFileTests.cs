using CallRecording.Operations;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Operations;

public sealed class StackFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stack-file-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_environment_of_the_project_can_be_worked_on() => Assert.All(
        (string[])["dev", "staging", "prod"],
        environment => Assert.Equal(
            $"dmg-inbound-callrecording-{environment}-call-recordings",
            StackFile.Read(ProjectFiles.At("infra"), environment).Names.Table));

    [Fact]
    public void It_says_where_the_stack_is()
    {
        Write("""
            # A comment: of no account.
            config:
              aws:region: us-west-2
              call-recording:region: "eu-central-1"
              call-recording:accountId: "111122223333"
              call-recording:project: recordings
            """);

        var stack = StackFile.Read(folder.FullName, "dev");

        Assert.Equal(
            ("dev", "eu-central-1", "recordings-dev-call-recordings"),
            (stack.Environment, stack.Region, stack.Names.Table));
        Assert.Equal(
            "arn:aws:states:eu-central-1:111122223333:stateMachine:dmg-inbound-callrecording-workflow",
            stack.Names.StateMachineArn);
    }

    [Fact]
    public void What_is_missing_is_told_in_a_line()
    {
        Write("config:\n  call-recording:project: recordings\n");

        Assert.StartsWith("there is no environment 'test': ", Problem("test"), StringComparison.Ordinal);
        Assert.EndsWith("has no call-recording:region", Problem("dev"), StringComparison.Ordinal);

        Write("config:\n  call-recording:region: us-east-1\n");

        Assert.EndsWith("has no call-recording:accountId", Problem("dev"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config:\n  call-recording:region: \"us-east-1\n", "line 2, column ")]
    [InlineData("config:\n  call-recording:region: a\n  call-recording:region: b\n", "line 3, column 3")]
    public void A_file_that_is_not_YAML_is_told_in_a_line_with_the_place(string text, string place)
    {
        Write(text);

        var problem = Problem("dev");

        Assert.Contains($"Pulumi.dev.yaml is not YAML at {place}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- call-recording:region: us-east-1")]
    [InlineData("config: call-recording")]
    [InlineData("encryptionsalt: v1:abc\nconfig:\n  call-recording:region:\n    secure: v1:def\n")]
    public void YAML_without_settings_lacks_them(string text)
    {
        Write(text);

        Assert.EndsWith("has no call-recording:region", Problem("dev"), StringComparison.Ordinal);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.dev.yaml"), text);

    private string Problem(string environment) =>
        Assert.Throws<CommandException>(() => StackFile.Read(folder.FullName, environment)).Message;
}
