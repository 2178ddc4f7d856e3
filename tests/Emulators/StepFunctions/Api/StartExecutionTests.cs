using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions.Api;

public sealed class StartExecutionTests
{
    private const string Wait = """ "A": {"Type":"Wait","Seconds":60,"End":true} """;

    [Fact]
    public async Task The_same_name_and_input_give_the_same_answer_while_it_runs()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));

        var first = await engine.StartAsync("run", """{"a":1}""");
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await engine.StartAsync("run", """{"a":1}""");

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(TestEngine.ExecutionArn("run"), first.Text("executionArn"));
        Assert.Equal(1_772_366_400, first["startDate"]!.GetValue<double>());
        Assert.Single(engine.News, item => item.Kind == ExecutionEventKind.Started);
    }

    [Fact]
    public async Task Another_input_or_an_ended_execution_is_a_conflict()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));
        await engine.StartAsync("run", """{"a":1}""");

        var whileRunning = await engine.ErrorAsync("StartExecution", Request("run", """{"a":2}"""));
        await engine.EndAsync();
        var afterwards = await engine.SendAsync("StartExecution", Request("run", """{"a":1}"""));

        Assert.Equal("ExecutionAlreadyExists", whileRunning);
        Assert.Equal("ExecutionAlreadyExists", afterwards.Body.Text("__type"));
        Assert.Equal($"Execution Already Exists: '{TestEngine.ExecutionArn("run")}'", afterwards.Body.Text("message"));
    }

    [Fact]
    public async Task Many_at_once_by_one_name_are_one_execution()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => engine.StartAsync("run")));

        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
        Assert.Equal(["ExecutionStarted", "WaitStateEntered"], await TypesWhenIdleAsync(engine));
    }

    [Fact]
    public async Task Without_a_name_each_is_an_execution_of_its_own()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));
        var request = new JsonObject { ["stateMachineArn"] = TestEngine.MachineArn };

        var first = await engine.CallAsync("StartExecution", request);
        var second = await engine.CallAsync("StartExecution", request);

        Assert.NotEqual(first.Text("executionArn"), second.Text("executionArn"));
        var name = first.Text("executionArn")!.Split(':')[^1];
        Assert.Equal("{}", (await engine.DescribeAsync(name)).Text("input"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a\u0001")]
    [InlineData("a{b}")]
    [InlineData("a\"")]
    public async Task A_name_that_AWS_refuses_is_refused(string name)
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));

        Assert.Equal("InvalidName", await engine.ErrorAsync("StartExecution", Request(name, "{}")));
    }

    [Fact]
    public async Task A_name_has_at_most_eighty_characters()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));

        await engine.StartAsync(new string('n', 80));

        Assert.Equal("InvalidName", await engine.ErrorAsync("StartExecution", Request(new string('n', 81), "{}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{'a':1}")]
    [InlineData("{} {}")]
    public async Task An_input_that_is_not_JSON_is_refused(string input)
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));

        Assert.Equal("InvalidExecutionInput", await engine.ErrorAsync("StartExecution", Request("run", input)));
    }

    [Theory]
    [InlineData("arn:aws:states:us-east-1:000000000000:stateMachine:other", "StateMachineDoesNotExist")]
    [InlineData("arn:aws:states:us-east-1:000000000000:execution:machine:run", "InvalidArn")]
    [InlineData("machine", "InvalidArn")]
    [InlineData("", "ValidationException")]
    [InlineData(null, "ValidationException")]
    public async Task The_machine_is_named_by_its_ARN(string? arn, string error)
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Wait));

        Assert.Equal(error, await engine.ErrorAsync("StartExecution", new() { ["stateMachineArn"] = arn }));
    }

    private static async Task<IReadOnlyList<string>> TypesWhenIdleAsync(TestEngine engine)
    {
        await engine.WhenIdle();
        return await engine.TypesAsync();
    }

    private static JsonObject Request(string name, string input) =>
        new() { ["stateMachineArn"] = TestEngine.MachineArn, ["name"] = name, ["input"] = input };
}
