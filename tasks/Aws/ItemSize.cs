using System.Text;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Aws;

/// <summary>An item's size in bytes as DynamoDB counts it (developer guide, "Item sizes and formats").</summary>
internal static class ItemSize
{
    private const int BytesOfACollection = 3;
    private const int BytesOfAnElement = 1;
    private const int BytesOfANumber = 21;

    public static int Of(IReadOnlyDictionary<string, AttributeValue> attributes) =>
        attributes.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Of(attribute.Value));

    public static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: not null } => BytesOfANumber,
        { M: { } map } => BytesOfACollection + (map.Count * BytesOfAnElement) + Of(map),
        { L: { } list } => BytesOfACollection + list.Sum(element => BytesOfAnElement + Of(element)),
        { SS: { } set } => set.Sum(Encoding.UTF8.GetByteCount),
        _ => 1,
    };
}
