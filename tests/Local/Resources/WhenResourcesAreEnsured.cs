using System.Text.Json;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Local.Resources;

public sealed class WhenResourcesAreEnsured(RunningEmulators emulators) : IClassFixture<RunningEmulators>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        var again = await EnsureAsync(RunningEmulators.Speed);

        Assert.Equal(emulators.Resources, again);
    }

    [Theory]
    [InlineData(1, "360", "30")]
    [InlineData(7, "52", "5")]
    [InlineData(30, "12", "1")]
    [InlineData(31, "12", "0")]
    [InlineData(1000, "1", "0")]
    public async Task Another_speed_sets_the_queue_anew(double speed, string visibility, string delay)
    {
        var resources = await EnsureAsync(speed);

        using var sqs = emulators.Endpoints.CreateSqs();
        var attributes = (await sqs.GetQueueAttributesAsync(resources.QueueUrl, ["All"], Cancellation)).Attributes;
        Assert.Equal(visibility, attributes["VisibilityTimeout"]);
        Assert.Equal(delay, attributes["DelaySeconds"]);
        Assert.Equal("10", attributes["ReceiveMessageWaitTimeSeconds"]);
        using var redrive = JsonDocument.Parse(attributes["RedrivePolicy"]);
        Assert.Equal(resources.DeadLetterQueueArn, redrive.RootElement.GetProperty("deadLetterTargetArn").GetString());
        Assert.Equal(10, redrive.RootElement.GetProperty("maxReceiveCount").GetInt32());
    }

    [Fact]
    public async Task A_speed_below_one_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => EnsureAsync(0.99));

    [Fact]
    public async Task Dead_letters_stay_for_two_weeks()
    {
        using var sqs = emulators.Endpoints.CreateSqs();

        var answer = await sqs.GetQueueAttributesAsync(emulators.Resources.DeadLetterQueueUrl, ["All"], Cancellation);

        Assert.Equal("1209600", answer.Attributes["MessageRetentionPeriod"]);
    }

    [Fact]
    public async Task Calls_can_be_listed_by_time_through_the_index()
    {
        using var dynamoDb = emulators.Endpoints.CreateDynamoDb();
        foreach (var (hash, time) in new[] { ("a", "10"), ("b", "30"), ("c", "20") })
        {
            await dynamoDb.PutItemAsync(
                ResourceNames.Table,
                new()
                {
                    ["hash"] = new(hash),
                    ["epchdatetimestamp"] = new() { N = time },
                    ["listing"] = new("calls"),
                    ["call_summary"] = new("listed"),
                    ["transcript"] = new("not listed"),
                },
                Cancellation);
        }

        var page = await dynamoDb.QueryAsync(
            new()
            {
                TableName = ResourceNames.Table,
                IndexName = CallTable.TimeIndex,
                KeyConditionExpression = "listing = :all",
                ExpressionAttributeValues = new() { [":all"] = new("calls") },
                ScanIndexForward = false,
            },
            Cancellation);

        Assert.Equal(["b", "c", "a"], page.Items.Select(item => item["hash"].S));
        Assert.All(page.Items, item => Assert.True(item.ContainsKey("call_summary")));
        Assert.All(page.Items, item => Assert.False(item.ContainsKey("transcript")));
    }

    [Fact]
    public async Task A_table_can_be_written_at_once()
    {
        using var dynamoDb = emulators.Endpoints.CreateDynamoDb();
        for (var number = 0; number < 20; number++)
        {
            await CallTable.EnsureAsync(dynamoDb, $"table-{number}", Cancellation);

            var answer = await dynamoDb.PutItemAsync(
                $"table-{number}", new() { ["hash"] = new("a"), ["epchdatetimestamp"] = new() { N = "1" } },
                Cancellation);

            Assert.Equal(System.Net.HttpStatusCode.OK, answer.HttpStatusCode);
        }
    }

    private Task<LocalResources> EnsureAsync(double speed) =>
        ResourceSetup.EnsureAsync(emulators.Endpoints, speed, Cancellation);
}
