using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>A call as the index of counts has it.</summary>
/// <param name="Categories">Null where the item has none.</param>
internal sealed record CountedCall(
    long EpochSeconds,
    string Status,
    IReadOnlyList<string>? Categories,
    decimal? DurationSeconds,
    decimal? ProcessingSeconds,
    decimal? CostDollars)
{
    public static CountedCall Of(Dictionary<string, AttributeValue> row) => new(
        CallItemKey.Of(row).EpochSeconds,
        row.GetValueOrDefault(CallAttributes.Status)?.S ?? string.Empty,
        row.GetValueOrDefault(CallAttributes.CallCategories)?.L?
            .Select(category => category.S).OfType<string>().ToList(),
        Number(row, CallAttributes.DurationSeconds),
        Number(row, CallAttributes.ProcessingSeconds),
        Number(row, CallAttributes.CostDollars));

    private static decimal? Number(Dictionary<string, AttributeValue> row, string attribute) =>
        decimal.TryParse(
            row.GetValueOrDefault(attribute)?.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
