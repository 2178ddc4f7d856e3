using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.DynamoDb;

/// <summary>The figures are the developer guide's, "DynamoDB item sizes and formats".</summary>
public sealed class ItemSizeTests
{
    [Fact]
    public void Text_counts_its_bytes_in_UTF_8() =>
        Assert.Equal(9, ItemSize.Of(new AttributeValue { S = "aß€abc" }));

    [Fact]
    public void An_empty_text_counts_nothing() => Assert.Equal(0, ItemSize.Of(new AttributeValue { S = "" }));

    [Theory]
    [InlineData("1", 3)]
    [InlineData("-1.25", 4)]
    [InlineData("12345678901234567890123456789012345678", 21)]
    public void A_number_counts_its_digits_by_two(string number, int bytes) =>
        Assert.Equal(bytes, ItemSize.Of(new AttributeValue { N = number }));

    [Fact]
    public void Truth_and_nothing_count_one()
    {
        Assert.Equal(1, ItemSize.Of(new AttributeValue { BOOL = false }));
        Assert.Equal(1, ItemSize.Of(new AttributeValue { NULL = true }));
    }

    [Fact]
    public void A_list_counts_three_and_one_for_each_element() =>
        Assert.Equal(3 + (1 + 2) + (1 + 1), ItemSize.Of(
            new AttributeValue { L = [new AttributeValue("ab"), new AttributeValue { NULL = true }] }));

    [Fact]
    public void A_map_counts_three_and_one_for_each_member_and_its_name() =>
        Assert.Equal(3 + (1 + 4 + 2), ItemSize.Of(
            new AttributeValue { M = new() { ["name"] = new AttributeValue("ab") } }));

    [Fact]
    public void Empty_collections_count_three()
    {
        Assert.Equal(3, ItemSize.Of(new AttributeValue { L = [] }));
        Assert.Equal(3, ItemSize.Of(new AttributeValue { M = [] }));
    }

    [Fact]
    public void An_item_counts_names_and_values() =>
        Assert.Equal(4 + 2 + 5 + 3, ItemSize.Of(new Dictionary<string, AttributeValue>
        {
            ["né1"] = new("ab"),
            ["empty"] = new() { L = [] },
        }));
}
