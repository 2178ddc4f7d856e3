using System.Text.Json.Nodes;
using CallRecording.Tasks.Aws;

namespace CallRecording.Tests.Tasks.Aws;

public sealed class AttributeJsonTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"text\"")]
    [InlineData("\"\"")]
    [InlineData("0.1")]
    [InlineData("12345678901234567890123456789012345678")]
    [InlineData("[1,[2,{}],\"\"]")]
    [InlineData("{\"a\":{\"b\":[false,null]},\"\":1}")]
    public void What_goes_in_comes_back(string json)
    {
        var back = AttributeJson.ToJson(AttributeJson.ToAttribute(JsonNode.Parse(json)));

        Assert.Equal(json, back?.ToJsonString() ?? "null");
    }

    [Theory]
    [InlineData("123456789012345678901234567890123456789")]
    [InlineData("1e126")]
    [InlineData("1e-131")]
    [InlineData("1e400")]
    public void A_number_that_DynamoDB_cannot_hold_is_kept_as_text(string number) =>
        Assert.Equal(number, AttributeJson.ToAttribute(JsonNode.Parse(number)).S);
}
