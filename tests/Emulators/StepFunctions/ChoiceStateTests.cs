using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class ChoiceStateTests
{
    private const string Input = """{"s":"b","n":2,"t":true,"z":null,"o":{"p":[1]}}""";

    [Theory]
    [InlineData("""{"Variable":"$.s","StringEquals":"b"}""", true)]
    [InlineData("""{"Variable":"$.s","StringEquals":"B"}""", false)]
    [InlineData("""{"Variable":"$.n","StringEquals":"2"}""", false)]
    [InlineData("""{"Variable":"$.z","StringEquals":"b"}""", false)]
    [InlineData("""{"Variable":"$.s","StringLessThan":"c"}""", true)]
    [InlineData("""{"Variable":"$.s","StringLessThan":"b"}""", false)]
    [InlineData("""{"Variable":"$.s","StringLessThanEquals":"b"}""", true)]
    [InlineData("""{"Variable":"$.s","StringGreaterThan":"a"}""", true)]
    [InlineData("""{"Variable":"$.s","StringGreaterThanEquals":"c"}""", false)]
    [InlineData("""{"Variable":"$.n","NumericEquals":2.0}""", true)]
    [InlineData("""{"Variable":"$.n","NumericLessThan":2}""", false)]
    [InlineData("""{"Variable":"$.n","NumericLessThanEquals":2}""", true)]
    [InlineData("""{"Variable":"$.n","NumericGreaterThan":1.5}""", true)]
    [InlineData("""{"Variable":"$.n","NumericGreaterThanEquals":2.5}""", false)]
    [InlineData("""{"Variable":"$.s","NumericEquals":2}""", false)]
    [InlineData("""{"Variable":"$.t","BooleanEquals":true}""", true)]
    [InlineData("""{"Variable":"$.t","BooleanEquals":false}""", false)]
    [InlineData("""{"Variable":"$.s","BooleanEquals":false}""", false)]
    [InlineData("""{"Variable":"$.z","IsNull":true}""", true)]
    [InlineData("""{"Variable":"$.s","IsNull":false}""", true)]
    [InlineData("""{"Variable":"$.s","IsString":true}""", true)]
    [InlineData("""{"Variable":"$.n","IsNumeric":true}""", true)]
    [InlineData("""{"Variable":"$.t","IsBoolean":true}""", true)]
    [InlineData("""{"Variable":"$.n","IsBoolean":true}""", false)]
    [InlineData("""{"Variable":"$.z","IsPresent":true}""", true)]
    [InlineData("""{"Variable":"$.o.p[0]","IsPresent":true}""", true)]
    [InlineData("""{"Variable":"$.o.p[1]","IsPresent":true}""", false)]
    [InlineData("""{"Variable":"$.q","IsPresent":false}""", true)]
    [InlineData("""{"Variable":"$.s.q","IsPresent":true}""", false)]
    [InlineData("""{"Not":{"Variable":"$.s","StringEquals":"b"}}""", false)]
    [InlineData("""{"And":[{"Variable":"$.q","IsPresent":true},{"Variable":"$.q","StringEquals":"b"}]}""", false)]
    [InlineData("""{"Or":[{"Variable":"$.s","StringEquals":"b"},{"Variable":"$.q","StringEquals":"b"}]}""", true)]
    [InlineData("""{"Variable":"$$.State.Name","StringEquals":"A"}""", true)]
    [InlineData("""{"Variable":"$$.Execution.RedriveCount","NumericEquals":0}""", true)]
    public async Task A_rule_holds_or_not(string rule, bool holds)
    {
        await using var engine = await TestEngine.OpenAsync(Machine($$"""
            "A": {"Type":"Choice","Choices":[{{rule[..^1]}},"Next":"Yes"}],"Default":"No"},
            "Yes": {"Type":"Succeed"},
            "No": {"Type":"Succeed"}
            """));

        await engine.RunAsync(Input);

        Assert.Equal(["A", holds ? "Yes" : "No"], await engine.EnteredAsync());
    }

    [Fact]
    public async Task The_first_rule_that_holds_decides()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Choice","Choices":[
                {"Variable":"$.n","NumericEquals":1,"Next":"B"},
                {"Variable":"$.n","NumericGreaterThan":1,"Next":"C"},
                {"Variable":"$.n","NumericGreaterThan":0,"Next":"B"}]},
            "B": {"Type":"Succeed"},
            "C": {"Type":"Succeed"}
            """));

        await engine.RunAsync(Input);

        Assert.Equal(["A", "C"], await engine.EnteredAsync());
        Assert.Equal(
            [
                "ExecutionStarted", "ChoiceStateEntered", "ChoiceStateExited", "SucceedStateEntered",
                "SucceedStateExited", "ExecutionSucceeded",
            ],
            await engine.TypesAsync());
    }

    [Theory]
    [InlineData("$.q", "Invalid path '$.q': The choice state's condition path references an invalid value.")]
    [InlineData("$.s", "Failed to transition out of the state. The state does not point to a next state.")]
    public async Task Without_a_variable_or_a_match_it_fails_in_the_words_of_AWS(string variable, string cause)
    {
        await using var engine = await TestEngine.OpenAsync(Machine($$"""
            "A": {"Type":"Choice","Choices":[{"Variable":"{{variable}}","StringEquals":"x","Next":"B"}]},
            "B": {"Type":"Succeed"}
            """));

        var execution = await engine.RunAsync(Input);

        Assert.Equal("States.Runtime", execution.Text("error"));
        Assert.Equal(
            $"An error occurred while executing the state 'A' (entered at the event id #2). {cause}",
            execution.Text("cause"));
    }
}
