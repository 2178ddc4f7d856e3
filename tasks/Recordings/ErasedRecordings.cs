using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Recordings;

/// <summary>Recordings of calls that were erased: Step Functions remembers their executions for 90 days, queues hold a
/// message of them perhaps, and neither must bring the call back. They live in the table of calls, under keys that are
/// no call's and in no index, and hold a digest: nothing of the call can be read from it.</summary>
internal sealed class ErasedRecordings(IAmazonDynamoDB dynamoDb, string table)
{
    // A call's hash is 32 hex digits.
    private const string Prefix = "erased-";

    /// <summary>Once more is no harm.</summary>
    public Task AddAsync(Call call, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest { TableName = table, Item = KeyOf(call).ToAttributes() };
        return ServiceErrors.TranslateAsync(
            "PutItem of an erased recording", () => dynamoDb.PutItemAsync(request, cancellationToken));
    }

    public async Task<bool> ContainsAsync(Call call, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = KeyOf(call).ToAttributes(),
            ConsistentRead = true,
        };
        var answer = await ServiceErrors.TranslateAsync(
            "GetItem of an erased recording", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item is { Count: > 0 };
    }

    // Whatever its metadata: a message that says others is of the same recording.
    private static CallItemKey KeyOf(Call call)
    {
        var recording = $"{call.CallId}\n{CallItemKey.Of(call).EpochSeconds}\n{call.AudioS3Uri}";
        return new(Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recording))), 0);
    }
}
