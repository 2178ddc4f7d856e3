using static CallRecording.Tests.Emulators.StepFunctions.Asl;
using static CallRecording.Tests.Emulators.StepFunctions.JsonAssertions;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class PassStateTests
{
    [Theory]
    [InlineData("", """{"a":{"b":1}}""")]
    [InlineData("\"Result\":{\"x\":1},", """{"x":1}""")]
    [InlineData("\"Result\":null,\"ResultPath\":\"$.n\",", """{"a":{"b":1},"n":null}""")]
    [InlineData("\"Result\":2,\"ResultPath\":\"$.c.d.e\",", """{"a":{"b":1},"c":{"d":{"e":2}}}""")]
    [InlineData("\"Result\":2,\"ResultPath\":\"$.a.c\",", """{"a":{"b":1,"c":2}}""")]
    [InlineData("\"Result\":2,\"ResultPath\":null,", """{"a":{"b":1}}""")]
    [InlineData("\"InputPath\":\"$.a\",", """{"b":1}""")]
    [InlineData("\"InputPath\":\"$['a']\",\"ResultPath\":\"$.copy\",", """{"a":{"b":1},"copy":{"b":1}}""")]
    [InlineData("\"InputPath\":null,", "{}")]
    [InlineData("\"OutputPath\":\"$.a.b\",", "1")]
    [InlineData("\"OutputPath\":null,", "{}")]
    [InlineData(
        "\"Parameters\":{\"x.$\":\"$.a\",\"y\":[{\"z.$\":\"$.a.b\"}],\"s\":\"$.a\"},",
        """{"x":{"b":1},"y":[{"z":1}],"s":"$.a"}""")]
    public async Task Its_fields_shape_the_output(string fields, string expected)
    {
        await using var engine = await TestEngine.OpenAsync(Machine($$"""
            "A": {"Type":"Pass",{{fields}}"End":true}
            """));

        var execution = await engine.RunAsync("""{"a":{"b":1}}""");

        AssertJson(expected, execution.Parsed("output"));
    }

    [Fact]
    public async Task An_array_element_can_be_read_and_written()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","InputPath":"$.a[1]","ResultPath":"$.a[0]","End":true}
            """));

        var execution = await engine.RunAsync("""{"a":[1,2]}""");

        AssertJson("""{"a":[2,2]}""", execution.Parsed("output"));
    }

    [Fact]
    public async Task Text_stays_as_it_is_and_is_not_escaped()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","Parameters":{"t.$":"$.t"},"End":true}
            """));

        var execution = await engine.RunAsync(
            """{"t":"Grüße <'1'> 12345678901234567890.10","n":12345678901234567890.10}""");

        Assert.Equal("""{"t":"Grüße <'1'> 12345678901234567890.10"}""", execution.Text("output"));
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_fails_the_execution_in_the_words_of_AWS()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","Parameters":{"x.$":"$.b"},"End":true}
            """));

        var execution = await engine.RunAsync("""{"a":1}""");

        Assert.Equal("FAILED", execution.Text("status"));
        Assert.Equal("States.Runtime", execution.Text("error"));
        Assert.Equal(
            "An error occurred while executing the state 'A' (entered at the event id #2). "
            + """The JSONPath '$.b' specified for the field 'x.$' could not be found in the input '{"a":1}'""",
            execution.Text("cause"));
        Assert.Equal(["ExecutionStarted", "PassStateEntered", "ExecutionFailed"], await engine.TypesAsync());
    }

    [Theory]
    [InlineData("""{"a":1}""", "$.a.b")]
    [InlineData("""{"a":null}""", "$.a.b")]
    [InlineData("[1]", "$.a")]
    [InlineData("""{"a":[1]}""", "$.a[1]")]
    public async Task A_result_path_through_something_else_is_a_match_failure(string input, string path)
    {
        await using var engine = await TestEngine.OpenAsync(Machine($$"""
            "A": {"Type":"Pass","Result":1,"ResultPath":"{{path}}","End":true}
            """));

        var execution = await engine.RunAsync(input);

        Assert.Equal("States.ResultPathMatchFailure", execution.Text("error"));
        Assert.Equal($"Unable to apply ReferencePath {path} to input {input}", execution.Text("cause"));
    }
}
