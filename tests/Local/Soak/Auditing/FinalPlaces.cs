using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.SQS.Model;
using Amazon.StepFunctions.Model;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Local.Soak.Auditing;

/// <summary>Everything that is in the places where a message can end, read from those places themselves.</summary>
/// <param name="Items">All of the table but its own bookkeeping.</param>
/// <param name="Jobs">How many jobs the service ever began, by audio.</param>
/// <param name="DeadLetters">Their bodies, as they were published.</param>
internal sealed record FinalPlaces(
    ILookup<string, Dictionary<string, AttributeValue>> Items,
    ILookup<string, ExecutionListItem> Executions,
    IReadOnlyDictionary<string, int> Jobs,
    ILookup<string, string> DeadLetters)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<FinalPlaces> ReadAsync(LocalAddresses addresses)
    {
        using var target = StackTarget.At(addresses);
        return new FinalPlaces(
            (await ItemsAsync(target)).ToLookup(item => item["call_id"].S),
            (await ExecutionsAsync(target)).ToLookup(execution => execution.ExecutionArn),
            await JobsAsync(addresses),
            (await DeadLettersAsync(addresses)).ToLookup(body => body));
    }

    private static async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync(StackTarget target)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        var request = new ScanRequest { TableName = target.Table, ConsistentRead = true };
        do
        {
            var page = await target.DynamoDb.ScanAsync(request, Stop);
            items.AddRange(page.Items.Where(item => item.ContainsKey("call_id")));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return items;
    }

    private static async Task<List<ExecutionListItem>> ExecutionsAsync(StackTarget target)
    {
        var executions = new List<ExecutionListItem>();
        var request = new ListExecutionsRequest { StateMachineArn = ResourceNames.StateMachineArn, MaxResults = 1000 };
        do
        {
            var page = await target.StepFunctions.ListExecutionsAsync(request, Stop);
            executions.AddRange(page.Executions);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return executions;
    }

    private static async Task<Dictionary<string, int>> JobsAsync(LocalAddresses addresses)
    {
        using var http = new HttpClient();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = "/emulator/jobs";
        while (await http.GetFromJsonAsync<JsonObject>(new Uri(addresses.Bda, path), Stop) is { } page
            && page["jobs"]!.AsArray() is { Count: > 0 } jobs)
        {
            foreach (var audio in jobs.Select(job => (string)job!["s3Uri"]!))
            {
                counts[audio] = counts.GetValueOrDefault(audio) + 1;
            }

            path = $"/emulator/jobs?after={(string)jobs[^1]!["id"]!}";
        }

        return counts;
    }

    // Looked at, not taken: a moment later every reader finds them again.
    private static async Task<List<string>> DeadLettersAsync(LocalAddresses addresses)
    {
        using var sqs = new EmulatorEndpoints(addresses.Messaging, addresses.DynamoDb).CreateSqs();
        var url = (await sqs.GetQueueUrlAsync(ResourceNames.DeadLetterQueue, Stop)).QueueUrl;
        var attributes = await sqs.GetQueueAttributesAsync(url, ["All"], Stop);
        var total = attributes.ApproximateNumberOfMessages + attributes.ApproximateNumberOfMessagesNotVisible;
        var found = new Dictionary<string, Message>(StringComparer.Ordinal);
        var request = new ReceiveMessageRequest
        {
            QueueUrl = url,
            MaxNumberOfMessages = 10,
            VisibilityTimeout = 5,
            WaitTimeSeconds = 5,
        };
        while (found.Count < total)
        {
            var answer = await sqs.ReceiveMessageAsync(request, Stop);
            answer.Messages?.ForEach(message => found[message.MessageId] = message);
        }

        return [.. found.Values.Select(message => (string?)JsonNode.Parse(message.Body)?["Message"] ?? message.Body)];
    }
}
