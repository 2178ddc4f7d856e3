using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Intake;

/// <summary>Which call id came first of those with one MD5: two that come at the same moment find no item of each
/// other. They live in the table of calls, under keys that are no call's and in no index, and hold a digest.</summary>
internal sealed class ClaimedHashes(IAmazonDynamoDB dynamoDb, string table)
{
    // A call's hash is 32 hex digits.
    private const string Prefix = "claimed-";
    private const string Claimant = "claimant";

    /// <summary>Once more is no harm.</summary>
    /// <returns>False when another call id has the hash.</returns>
    public Task<bool> TryClaimAsync(string callId, CancellationToken cancellationToken)
    {
        var claimant = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(callId)));
        var update = new ItemUpdate(table, new CallItemKey(Prefix + CallHash.Of(callId), 0)).Set(Claimant, claimant);
        return update
            .When(update.IsAbsent(Claimant), update.Is(Claimant, claimant))
            .TryWriteAsync(dynamoDb, $"UpdateItem of the hash of {callId}", cancellationToken);
    }
}
