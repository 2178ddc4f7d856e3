using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Operations.Erasing;

/// <summary>Recordings that items of other calls name, too. No index has them by their recordings, so the one by time
/// is read from end to end: an operator's command may, and it holds no transcripts.</summary>
internal sealed class SharedRecordings(StackTarget target)
{
    /// <summary>Of one filter; DynamoDB takes 100.</summary>
    private const int MaxAddresses = 100;

    /// <returns>Those of the addresses that are.</returns>
    public async Task<IReadOnlySet<string>> FindAsync(
        string callId, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in addresses.Chunk(MaxAddresses))
        {
            await foreach (var item in target.QueryAsync(Question(callId, some), cancellationToken))
            {
                shared.Add(item[CallAttributes.InputUri].S);
            }
        }

        return shared;
    }

    private QueryRequest Question(string callId, string[] addresses)
    {
        var request = new TimeQuery(
                target.Table, CallAttributes.Listing, CallAttributes.ListingOfCalls, CallAttributes.IndexByTime)
            .NewestFirst(limit: null);
        var names = Enumerable.Range(0, addresses.Length)
            .Select(index => string.Create(CultureInfo.InvariantCulture, $":audio{index}"))
            .ToList();
        foreach (var (name, address) in names.Zip(addresses))
        {
            request.ExpressionAttributeValues[name] = new AttributeValue { S = address };
        }

        request.ExpressionAttributeNames["#id"] = CallAttributes.CallId;
        request.ExpressionAttributeNames["#audio"] = CallAttributes.InputUri;
        request.ExpressionAttributeValues[":id"] = new AttributeValue { S = callId };
        request.FilterExpression = $"#id <> :id AND #audio IN ({string.Join(", ", names)})";
        request.ProjectionExpression = "#audio";
        return request;
    }
}
