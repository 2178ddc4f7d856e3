using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>Queries of a partition of the table of calls, or of one of its indexes by time.</summary>
/// <param name="index">Null for the table itself.</param>
internal sealed class TimeQuery(string table, string partition, string value, string? index = null)
{
    public QueryRequest NewestFirst(int? limit) => new()
    {
        TableName = table,
        IndexName = index,
        KeyConditionExpression = "#partition = :partition",
        ExpressionAttributeNames = new Dictionary<string, string> { ["#partition"] = partition },
        ExpressionAttributeValues = new Dictionary<string, AttributeValue>
        {
            [":partition"] = new AttributeValue { S = value },
        },
        ScanIndexForward = false,
        Limit = limit,
    };

    /// <param name="from">Unix seconds, included.</param>
    /// <param name="to">Unix seconds, included.</param>
    /// <param name="after">The <see cref="CallSortKey"/> of the last item that was read; null for none.</param>
    public QueryRequest NewestFirst(long from, long to, string? after, int? limit)
    {
        var request = NewestFirst(limit);
        request.KeyConditionExpression += " AND #time BETWEEN :from AND :to";
        request.ExpressionAttributeNames["#time"] = CallAttributes.EpochSeconds;
        request.ExpressionAttributeValues[":from"] = Number(from);
        request.ExpressionAttributeValues[":to"] = Number(to);
        if (after is not null)
        {
            request.ExclusiveStartKey = CallSortKey.Read(after).ToAttributes();
            request.ExclusiveStartKey[partition] = new AttributeValue { S = value };
        }

        return request;
    }

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
