using System.Text;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.DynamoDb;

/// <summary>An item's size in bytes as DynamoDB counts it (developer guide, "Item sizes and formats").</summary>
internal static class ItemSize
{
    private const int BytesOfACollection = 3;
    private const int BytesOfAnElement = 1;
    private const int MaxBytesOfANumber = 21;

    public static int Of(IReadOnlyDictionary<string, AttributeValue> attributes) =>
        attributes.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Of(attribute.Value));

    public static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => Of(number),
        { M: { } map } => BytesOfACollection + (map.Count * BytesOfAnElement) + Of(map),
        { L: { } list } => BytesOfACollection + list.Sum(element => BytesOfAnElement + Of(element)),
        { SS: { } set } => set.Sum(Encoding.UTF8.GetByteCount),
        _ => 1,
    };

    /// <summary>One byte for two digits, one more, and one for the sign: leading and trailing zeros count, which is
    /// more than DynamoDB counts.</summary>
    private static int Of(string number) =>
        Math.Min(MaxBytesOfANumber, ((number.Count(char.IsAsciiDigit) + 1) / 2) + 2);
}
