using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
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
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void What_nests_deeper_than_DynamoDB_does_is_text_from_there_on(string open, string close)
    {
        var attribute = AttributeJson.ToAttribute(JsonNode.Parse(Nested(31, "1")));
        var deeper = AttributeJson.ToAttribute(JsonNode.Parse(Nested(33, "1")));

        Assert.Equal("1", Innermost(attribute, 31).N);
        Assert.Equal(Nested(2, "1"), Innermost(deeper, 31).S);

        string Nested(int levels, string leaf) => levels == 0 ? leaf : open + Nested(levels - 1, leaf) + close;
        static AttributeValue Innermost(AttributeValue value, int levels) =>
            levels == 0 ? value : Innermost(value.L?.Single() ?? value.M["a"], levels - 1);
    }

    [Theory]
    [InlineData("123456789012345678901234567890123456789")]
    [InlineData("1e126")]
    [InlineData("1e-131")]
    [InlineData("1e400")]
    public void A_number_that_DynamoDB_cannot_hold_is_kept_as_text(string number) =>
        Assert.Equal(number, AttributeJson.ToAttribute(JsonNode.Parse(number)).S);
}
