using CallRecording.Local.Smoke;
using CallRecording.Operations;

namespace CallRecording.Tests.Local.Smoke;

public sealed class WhenABuildIsTried
{
    private readonly List<string> answered = [];

    [Fact]
    public async Task One_that_works_answers_every_question()
    {
        await TryAsync(Path.Combine(AppContext.BaseDirectory, "CallRecording.Tasks"));

        Assert.Equal(
            [
                "Retrieval refuses a DELETE",
                "Starter gives an unusable message back",
                "Retrieval lists an empty table through the AWS SDK",
            ],
            answered);
    }

    [Fact]
    public async Task One_may_be_run_by_another_program()
    {
        await TryAsync("/usr/bin/env", Path.Combine(AppContext.BaseDirectory, "CallRecording.Tasks"));

        Assert.Equal(SmokeQuestion.All.Count, answered.Count);
    }

    [Fact]
    public async Task One_that_answers_something_else_is_shown_with_what_it_wrote()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(
            () => TryAsync(ProjectFiles.At("tests", "Emulators", "Lambda", "runtime-client.mjs")));

        Assert.Matches(
            "^Retrieval answered .*, expected one that shows that it refuses a DELETE; it wrote: ", problem.Message);
        Assert.Empty(answered);
    }

    [Fact]
    public async Task One_that_ends_at_once_is_shown_with_what_it_wrote()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(
            () => TryAsync("/bin/sh", "-c", "echo no libssl; exit 6"));

        Assert.Contains("exit status 6", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("it wrote: no libssl", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_there_is_named()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(() => TryAsync("/no/bootstrap"));

        Assert.Equal("there is no file /no/bootstrap", problem.Message);
    }

    private Task TryAsync(params string[] command) => SmokeRun.RunAsync(
        command, SmokeQuestion.All, answered.Add, TimeProvider.System, TestContext.Current.CancellationToken);
}
