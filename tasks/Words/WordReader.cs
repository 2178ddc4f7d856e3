using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Words;

/// <summary>The rows of one word or category, newest call first.</summary>
internal sealed class WordReader(IAmazonDynamoDB dynamoDb, string table)
{
    /// <param name="min">The lowest place, included.</param>
    /// <param name="max">The highest place, included.</param>
    public async Task<WordPage> ReadAsync(
        string word, string min, string max, int limit, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "#word = :word AND #call BETWEEN :least AND :most",
            ExpressionAttributeNames = new Dictionary<string, string>
            {
                ["#word"] = WordAttributes.Word,
                ["#call"] = WordAttributes.Call,
            },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":word"] = new AttributeValue { S = word },
                [":least"] = new AttributeValue { S = min },
                [":most"] = new AttributeValue { S = max },
            },
            ScanIndexForward = false,
            Limit = limit,
        };
        var answer = await ServiceErrors.TranslateAsync(
            "Query of words", () => dynamoDb.QueryAsync(request, cancellationToken));
        return new WordPage([.. (answer.Items ?? []).Select(WordRow.Of)], answer.LastEvaluatedKey is { Count: > 0 });
    }
}
