using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Workflow.Results;

public sealed class CustomResultTests
{
    [Fact]
    public void Known_fields_are_taken_and_further_ones_stay_as_written()
    {
        var result = CustomResult.Read(Documents.Utf8(Documents.Custom));

        Assert.Equal("They greet.", result.CallSummary);
        Assert.Equal(["Greeting", "Social"], result.CallCategories);
        Assert.Equal(["hello"], result.Topics);
        Assert.Equal(
            """{"issue_resolution":true,"caller_satisfaction_level":5,"notes":{"a":[1.50]}}""",
            result.Inference.ToJsonString());
        Assert.Equal("arn:aws:bedrock:us-east-1:123456789012:blueprint/1", result.BlueprintArn);
        Assert.Equal("Calls", result.BlueprintName);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inference_result": null, "matched_blueprint": null}""")]
    [InlineData("""{"inference_result": {}, "matched_blueprint": {"arn": 1}}""")]
    [InlineData("""{"inference_result": {"call_summary": null, "call_categories": null, "call_topics": null}}""")]
    public void What_is_missing_or_null_is_empty(string json)
    {
        var result = CustomResult.Read(Documents.Utf8(json));

        Assert.Null(result.CallSummary);
        Assert.Empty(result.CallCategories);
        Assert.Empty(result.Topics);
        Assert.Empty(result.Inference);
        Assert.Null(result.BlueprintArn);
        Assert.Null(result.BlueprintName);
    }

    [Theory]
    [InlineData("\"Sales\"", new[] { "Sales" })]
    [InlineData("\" \"", new string[0])]
    [InlineData("[]", new string[0])]
    [InlineData("[\"a\", null, \"\", 7, true]", new[] { "a", "7", "true" })]
    public void Categories_are_a_list_however_they_are_written(string categories, string[] expected)
    {
        var result = Documents.CustomOf($$"""{"call_categories": {{categories}}}""");

        Assert.Equal(expected, result.CallCategories);
        Assert.Empty(result.Inference);
    }

    [Theory]
    [InlineData("""{"call_summary":["a","b"]}""")]
    [InlineData("""{"call_summary":7}""")]
    [InlineData("""{"call_categories":{"first":"a"}}""")]
    [InlineData("""{"call_categories":["a",{"name":"b"}]}""")]
    [InlineData("""{"topics":[["a"]]}""")]
    [InlineData("""{"topics":true}""")]
    public void A_field_of_another_shape_stays_among_the_further_ones(string inferenceResult)
    {
        var result = Documents.CustomOf(inferenceResult);

        Assert.Equal(inferenceResult, result.Inference.ToJsonString());
        Assert.Null(result.CallSummary);
        Assert.Empty(result.CallCategories);
        Assert.Empty(result.Topics);
    }

    [Theory]
    [InlineData("""{"topics": ["a"], "call_topics": ["b"]}""", "a", """{"call_topics":["b"]}""")]
    [InlineData("""{"topics": null, "call_topics": ["b"]}""", "b", "{}")]
    [InlineData("""{"topics": [{}], "call_topics": ["b"]}""", "b", """{"topics":[{}]}""")]
    public void Topics_go_before_call_topics(string inferenceResult, string expected, string further)
    {
        var result = Documents.CustomOf(inferenceResult);

        Assert.Equal([expected], result.Topics);
        Assert.Equal(further, result.Inference.ToJsonString());
    }

    [Theory]
    [InlineData("", "The custom output is empty.")]
    [InlineData("""{"inference_result": {"note": ["\ud800"]}}""", "The custom output holds a string that is no text.")]
    [InlineData("""{"inference_result": []}""", "The custom output's inference_result is no JSON object.")]
    [InlineData("""{"inference_result": {"call_summary": "cut o""", "is no JSON, or cut off")]
    [InlineData("""{"inference_result": {"a": {"b": 1, "b": 2}}}""", "is no JSON, or cut off")]
    public void What_is_no_custom_output_is_unreadable(string json, string expected)
    {
        var thrown = Assert.Throws<ResultsUnreadableException>(() => CustomResult.Read(Documents.Utf8(json)));

        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_sample_is_read()
    {
        var result = CustomResult.Read(BdaSample.Read("sample-call.custom_output.result.json"));

        Assert.StartsWith("Carl Lucas called Sleepaway Camp Hotel", result.CallSummary, StringComparison.Ordinal);
        Assert.Equal(["Customer service"], result.CallCategories);
        Assert.Equal(["lost", "card", "hotel", "stay", "discount"], result.Topics);
        Assert.Equal(22, result.Inference.Count);
        Assert.Equal(5, (int?)result.Inference["caller_satisfaction_level"]);
        Assert.True((bool?)result.Inference["issue_resolution"]);
        Assert.Equal("Conversational Analytics", result.BlueprintName);
        Assert.EndsWith("public-conversational-analytics", result.BlueprintArn, StringComparison.Ordinal);
    }
}
