using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Definition.Reading;
using CallRecording.Tests.Workflow.Definition;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class DefinitionTests
{
    private const string Task = """
        "Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true
        """;

    [Fact]
    public void The_deployed_definition_is_read()
    {
        var machine = DefinitionReader.Read(ProductDefinition.Text);

        Assert.Equal("InvokeDataAutomation", machine.StartAt);
        Assert.Equal(9, machine.States.Count);
    }

    [Theory]
    [InlineData(
        """{"Type":"Parallel","Branches":[],"End":true}""", "State 'A', field 'Type': Parallel is not supported")]
    [InlineData("""{"Type":"Map","End":true}""", "State 'A', field 'Type': Map is not supported")]
    [InlineData(
        """{"Type":"Pass","QueryLanguage":"JSONata","End":true}""", "State 'A', field 'QueryLanguage': is JSONata")]
    [InlineData("""{"Type":"Pass","Assign":{"a":1},"End":true}""", "State 'A', field 'Assign'")]
    [InlineData(
        """{"Type":"Pass","Parameters":{"a.$":"States.UUID()"},"End":true}""",
        "State 'A', field 'Parameters': a.$: 'States.UUID()' is an intrinsic function")]
    [InlineData(
        """{"Type":"Pass","Parameters":{"a.$":"$.b[*]"},"End":true}""",
        "State 'A', field 'Parameters': a.$: '$.b[*]' is not a path")]
    [InlineData(
        """{"Type":"Pass","Parameters":{"a.$":1},"End":true}""",
        "State 'A', field 'Parameters': a.$ is 1, expected a path")]
    [InlineData("""{"Type":"Pass","ResultPath":"$$.a","End":true}""", "State 'A', field 'ResultPath': is $$.a")]
    [InlineData("""{"Type":"Pass","OutputPath":"$..a","End":true}""", "State 'A', field 'OutputPath'")]
    [InlineData("""{"Type":"Pass"}""", "State 'A', field 'Next': is missing")]
    [InlineData("""{"Type":"Pass","Next":"A","End":true}""", "State 'A', field 'End': is true, and Next is A")]
    [InlineData("""{"Type":"Pass","Next":"B"}""", "State 'A', field 'Next': there is no state 'B'")]
    [InlineData(
        """{"Type":"Wait","Timestamp":"2026-01-01T00:00:00Z","End":true}""",
        "State 'A', field 'Seconds': and SecondsPath: expected exactly one")]
    [InlineData("""{"Type":"Wait","Seconds":1,"TimestampPath":"$.t","End":true}""", "State 'A', field 'TimestampPath'")]
    [InlineData("""{"Type":"Wait","Seconds":-1,"End":true}""", "State 'A', field 'Seconds': is -1")]
    [InlineData("""{"Type":"Choice","Choices":[]}""", "State 'A', field 'Choices': is missing or empty")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.a","StringMatches":"a*","Next":"A"}]}""",
        "State 'A', Choices[0], field 'StringMatches'")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEqualsPath":"$.b","Next":"A"}]}""",
        "State 'A', Choices[0], field 'NumericEqualsPath'")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.a","StringEquals":1,"Next":"A"}]}""",
        "State 'A', Choices[0], field 'StringEquals': has an operand")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.a","StringEquals":"a"}]}""",
        "State 'A', Choices[0], field 'Next': is missing")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Not":{"Variable":"$.a","IsTimestamp":true},"Next":"A"}]}""",
        "State 'A', Choices[0], Not, field 'IsTimestamp'")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"A"}],"End":true}""",
        "State 'A', field 'End'")]
    [InlineData("""{"Type":"Succeed","Next":"A"}""", "State 'A', field 'Next'")]
    [InlineData("""{"Type":"Fail","ErrorPath":"$.e"}""", "State 'A', field 'ErrorPath'")]
    [InlineData("""{"End":true}""", "State 'A', field 'Type': is missing")]
    public void What_does_not_run_here_is_refused_by_state_and_field(string state, string message) =>
        AssertRefused(Machine($"\"A\":{state}"), message);

    [Theory]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{},"End":true}""",
        "field 'Resource': is arn:aws:states:::sqs:sendMessage")]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}""", "field 'Parameters': is missing")]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload":1},"End":true}""",
        "field 'Parameters': has no FunctionName")]
    [InlineData("{" + Task + ""","HeartbeatSeconds":5}""", "field 'HeartbeatSeconds'")]
    [InlineData("{" + Task + ""","TimeoutSecondsPath":"$.t"}""", "field 'TimeoutSecondsPath'")]
    [InlineData("{" + Task + ""","TimeoutSeconds":0}""", "field 'TimeoutSeconds': is 0")]
    [InlineData("{" + Task + ""","Retry":[{"ErrorEquals":[]}]}""", "Retry[0], field 'ErrorEquals': is empty")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["States.ALL","E"]}]}""",
        "field 'Retry': entry 0 names States.ALL beside other errors")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["States.ALL"]},{"ErrorEquals":["E"]}]}""",
        "field 'Retry': entry 0 of 2 names States.ALL")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["States.Foo"]}]}""",
        "Retry[0], field 'ErrorEquals': names States.Foo")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":0}]}""",
        "Retry[0], field 'IntervalSeconds': is 0")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":1.5}]}""",
        "Retry[0], field 'IntervalSeconds': is 1.5, expected an integer")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["E"],"BackoffRate":0.9}]}""",
        "Retry[0], field 'BackoffRate': is 0.9")]
    [InlineData(
        "{" + Task + ""","Retry":[{"ErrorEquals":["E"],"JitterStrategy":"HALF"}]}""",
        "Retry[0], field 'JitterStrategy': is HALF")]
    [InlineData("{" + Task + ""","Retry":[{"ErrorEquals":["E"],"Foo":1}]}""", "Retry[0], field 'Foo'")]
    [InlineData("{" + Task + ""","Catch":[{"ErrorEquals":["E"],"Next":"B"}]}""", "field 'Next': there is no state 'B'")]
    [InlineData("{" + Task + ""","Catch":[{"ErrorEquals":["E"]}]}""", "Catch[0], field 'Next': is missing")]
    public void A_task_is_checked_to_the_last_field(string state, string message) =>
        AssertRefused(Machine($"\"A\":{state}"), $"State 'A', {message}");

    [Theory]
    [InlineData("[]", "The definition is not a JSON object")]
    [InlineData("{", "The definition is not JSON")]
    [InlineData("""{"States":{}}""", "State machine, field 'StartAt': is missing")]
    [InlineData("""{"StartAt":"A"}""", "State machine, field 'States': is missing")]
    [InlineData(
        """{"StartAt":"A","States":{"B":{"Type":"Succeed"}}}""",
        "State machine, field 'StartAt': there is no state 'A'")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Succeed"}}}""",
        "State 'B' is never reached from 'A'")]
    [InlineData("""{"StartAt":"A","Foo":1,"States":{"A":{"Type":"Succeed"}}}""", "State machine, field 'Foo'")]
    [InlineData(
        """{"StartAt":"A","QueryLanguage":"JSONata","States":{"A":{"Type":"Succeed"}}}""",
        "State machine, field 'QueryLanguage': is JSONata")]
    public void The_machine_is_checked_as_a_whole(string definition, string message) =>
        AssertRefused(definition, message);

    [Fact]
    public void Substitutions_are_filled_in_and_a_missing_one_is_an_error()
    {
        var values = new Dictionary<string, string> { ["F"] = "f" };

        Assert.Equal("a f $ {G}", Substitutions.Apply("a ${F} $ {G}", values));
        var error = Assert.Throws<DefinitionException>(() => Substitutions.Apply("${G}", values));
        Assert.Equal("The definition asks for ${G}; given are F.", error.Message);
    }

    private static void AssertRefused(string definition, string message)
    {
        var error = Assert.Throws<DefinitionException>(() => DefinitionReader.Read(definition));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
