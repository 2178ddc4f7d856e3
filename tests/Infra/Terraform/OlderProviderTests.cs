using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Terraform;

public sealed class OlderProviderTests
{
    [Fact]
    public void An_indexs_keys_are_its_hash_and_range_key()
    {
        var table = Table(
            """{"attribute_name":"at","key_type":"RANGE"}""", """{"attribute_name":"id","key_type":"HASH"}""");

        var unmapped = OlderProvider.Translate("aws_dynamodb_table", table);

        Assert.Empty(unmapped);
        var expected = JsonNode.Parse("""{"name":"by-time","hash_key":"id","range_key":"at"}""");
        Assert.True(JsonNode.DeepEquals(expected, table["global_secondary_index"]![0]), table.ToJsonString());
    }

    [Theory]
    [InlineData("""{"attribute_name":"b","key_type":"HASH"}""")]
    [InlineData("""{"attribute_name":"b","key_type":"RANG"}""")]
    public void A_key_that_it_cannot_have_is_told(string second)
    {
        var table = Table("""{"attribute_name":"a","key_type":"HASH"}""", second);

        var unmapped = OlderProvider.Translate("aws_dynamodb_table", table);

        Assert.Equal([$"key_schema of by-time: {second}"], unmapped);
    }

    [Theory]
    [InlineData("dotnet10", "dotnet8")]
    [InlineData("provided.al2023", "provided.al2023")]
    public void A_runtime_that_it_does_not_know_is_one_that_it_knows(string runtime, string expected)
    {
        var function = new JsonObject { ["runtime"] = runtime };

        Assert.Empty(OlderProvider.Translate("aws_lambda_function", function));
        Assert.Equal(expected, (string?)function["runtime"]);
    }

    private static JsonObject Table(params string[] keys) => new()
    {
        ["global_secondary_index"] = new JsonArray(new JsonObject
        {
            ["name"] = "by-time",
            ["key_schema"] = new JsonArray([.. keys.Select(key => JsonNode.Parse(key))]),
        }),
    };
}
