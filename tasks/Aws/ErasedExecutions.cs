using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Aws;

/// <summary>Executions whose calls were erased: Step Functions remembers them for 90 days, queues hold a message of them
/// perhaps, and neither must bring the call back. They live in the table of calls, under keys that are no call's and in no
/// index, and hold a digest: nothing of the call can be read from it.</summary>
internal sealed class ErasedExecutions(IAmazonDynamoDB dynamoDb, string table)
{
    // A call's hash is 32 hex digits.
    private const string Prefix = "erased-";

    /// <summary>Once more is no harm.</summary>
    public Task AddAsync(string executionArn, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest { TableName = table, Item = KeyOf(executionArn).ToAttributes() };
        return ServiceErrors.TranslateAsync(
            "PutItem of an erased execution", () => dynamoDb.PutItemAsync(request, cancellationToken));
    }

    public async Task<bool> ContainsAsync(string executionArn, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = KeyOf(executionArn).ToAttributes(),
            ConsistentRead = true,
        };
        var answer = await ServiceErrors.TranslateAsync(
            "GetItem of an erased execution", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item is { Count: > 0 };
    }

    private static CallItemKey KeyOf(string executionArn) =>
        new(Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(executionArn))), 0);
}
