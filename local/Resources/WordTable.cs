using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Words;

namespace CallRecording.Local.Resources;

/// <summary>The table of the words of calls.</summary>
internal static class WordTable
{
    public static Task EnsureAsync(IAmazonDynamoDB dynamoDb, string name, CancellationToken cancellationToken) =>
        new LocalTables(dynamoDb).EnsureAsync(
            new CreateTableRequest
            {
                TableName = name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions =
                [
                    new(WordAttributes.Word, ScalarAttributeType.S), new(WordAttributes.Call, ScalarAttributeType.S),
                ],
                KeySchema = [new(WordAttributes.Word, KeyType.HASH), new(WordAttributes.Call, KeyType.RANGE)],
            },
            cancellationToken);
}
