using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.DynamoDb;

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
    [InlineData("{\"a\":{\"b\":[false,null]},\" \":1}")]
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
    [InlineData("{\"a\":1,\"\":2}")]
    [InlineData("{\"__proto__\":[1]}")]
    [InlineData("{}", 65_536)]
    public void A_map_with_a_name_that_DynamoDB_refuses_is_text(string json, int nameLength = 0)
    {
        var map = JsonNode.Parse(json)!.AsObject();
        if (nameLength > 0)
        {
            map[new string('n', nameLength)] = 1;
        }

        var attribute = AttributeJson.ToAttribute(new JsonObject { ["inner"] = map });

        Assert.Equal(map.ToJsonString(), attribute.M["inner"].S);
    }

    [Theory]
    [InlineData("123456789012345678901234567890123456789")]
    [InlineData("0.123456789012345678901234567890123456789")]
    [InlineData("1e126")]
    [InlineData("10e125")]
    [InlineData("-1E+126")]
    [InlineData("1e-131")]
    [InlineData("0.1e-130")]
    [InlineData("1.5e-130")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("1e999999999999")]
    [InlineData("1e-99999999999999999999999999999999999999")]
    [InlineData("-0")]
    [InlineData("-0.0e5")]
    public void A_number_that_DynamoDB_cannot_hold_exactly_is_kept_as_text(string number) =>
        Assert.Equal(number, AttributeJson.ToAttribute(JsonNode.Parse(number)).S);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("0e999999999999999999999", "0")]
    [InlineData("0.10", "0.1")]
    [InlineData("-0.10", "-0.1")]
    [InlineData("1e2", "100")]
    [InlineData("12.50E1", "125")]
    [InlineData("1.5e+000000000000000000000000000001", "15")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("1234567890123456789012345678901234567.80", "1234567890123456789012345678901234567.8")]
    [InlineData("12345678901234567890123456789012345678000", "1.2345678901234567890123456789012345678E+40")]
    [InlineData("9.9999999999999999999999999999999999999E+125", "9.9999999999999999999999999999999999999E+125")]
    [InlineData("1e125", "1E+125")]
    [InlineData("1000e122", "1E+125")]
    [InlineData("1e-130", "1E-130")]
    [InlineData("10.0e-131", "1E-130")]
    [InlineData("0.00123", "0.00123")]
    public void A_number_is_judged_by_its_significant_digits_however_it_is_spelled(string spelled, string number) =>
        Assert.Equal(number, AttributeJson.ToAttribute(JsonNode.Parse(spelled)).N);

    [Fact]
    public void A_number_of_any_length_is_judged()
    {
        var zeros = new string('0', 100_000);

        Assert.Equal("1", AttributeJson.ToAttribute(JsonNode.Parse($"0.{zeros}1e100001")).N);
        Assert.Equal("1", AttributeJson.ToAttribute(JsonNode.Parse($"1{zeros}e-100000")).N);
        Assert.Null(AttributeJson.ToAttribute(JsonNode.Parse($"1{zeros}")).N);
    }
}
