using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Local.Soak;

/// <summary>How much is under way: messages in the queue, executions that run, items in progress.</summary>
internal sealed class Load(LocalAddresses addresses) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxWithoutProgress = TimeSpan.FromMinutes(25);

    private readonly IAmazonSQS sqs = new EmulatorEndpoints(addresses.Messaging, addresses.DynamoDb).CreateSqs();
    private readonly StackTarget target = StackTarget.At(addresses);
    private readonly HttpClient http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Waits until nothing is under way any more.</summary>
    public async Task NothingAsync()
    {
        using var ticks = new PeriodicTimer(Every);
        var (least, since) = (int.MaxValue, TimeProvider.System.GetTimestamp());
        while (await TryMeasureAsync() is var open and not 0)
        {
            if (open < least)
            {
                (least, since) = (open.Value, TimeProvider.System.GetTimestamp());
            }

            Assert.True(
                TimeProvider.System.GetElapsedTime(since) < MaxWithoutProgress,
                $"{least} messages, executions or items have been under way for {MaxWithoutProgress}.");
            await ticks.WaitForNextTickAsync(Stop);
        }
    }

    public void Dispose()
    {
        sqs.Dispose();
        target.Dispose();
        http.Dispose();
    }

    private async Task<int?> TryMeasureAsync()
    {
        try
        {
            return await MessagesAsync() + await RunningAsync() + await InProgressAsync();
        }
        catch (Exception away) when (
            away is HttpRequestException or AmazonServiceException or AmazonClientException)
        {
            return null;
        }
    }

    private async Task<int> MessagesAsync()
    {
        var url = (await sqs.GetQueueUrlAsync(ResourceNames.Queue, Stop)).QueueUrl;
        var queue = await sqs.GetQueueAttributesAsync(url, ["All"], Stop);
        return queue.ApproximateNumberOfMessages + queue.ApproximateNumberOfMessagesNotVisible
            + queue.ApproximateNumberOfMessagesDelayed;
    }

    private async Task<int> RunningAsync()
    {
        var request = new ListExecutionsRequest
        {
            StateMachineArn = ResourceNames.StateMachineArn,
            StatusFilter = ExecutionStatus.RUNNING,
            MaxResults = 1000,
        };
        return (await target.StepFunctions.ListExecutionsAsync(request, Stop)).Executions.Count;
    }

    private async Task<int> InProgressAsync()
    {
        using var answer = await http.GetAsync(new Uri(addresses.Web, "/analytics?status=IN_PROGRESS&limit=1"), Stop);
        return (int)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Stop))!["count"]!;
    }
}
