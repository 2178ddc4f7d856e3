using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenExecutionsAreRead
{
    [Fact]
    public async Task A_description_carries_its_members()
    {
        var (request, response) = await AskAsync(
            """
            {"executionArn":"arn:e","status":"FAILED","error":"CallProcessingFailedException","cause":"{}",
             "startDate":1792497600,"stopDate":"2026-10-20T12:00:01Z","redriveCount":2,"redriveStatus":"REDRIVABLE",
             "redriveDate":null,"inputDetails":{"included":true}}
            """,
            client => client.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = "arn:e", IncludedData = IncludedData.METADATA_ONLY },
                TestContext.Current.CancellationToken));

        AssertBody("""{"includedData":"METADATA_ONLY","executionArn":"arn:e"}""", request);
        Assert.Same(ExecutionStatus.FAILED, response.Status);
        Assert.Equal(ExecutionRedriveStatus.REDRIVABLE, response.RedriveStatus);
        Assert.Equal(2, response.RedriveCount);
        Assert.Equal(TimeSpan.FromSeconds(1), response.StopDate - response.StartDate);
        Assert.Null(response.RedriveDate);
        Assert.True(response.InputDetails.Included);
        Assert.Null(response.Output);
    }

    [Fact]
    public async Task A_list_goes_by_status_and_page()
    {
        var (request, response) = await AskAsync(
            """
            {"executions":[{"executionArn":"arn:e","name":"e","status":"A_NEW_ONE","startDate":1.5}],"nextToken":"n"}
            """,
            client => client.ListExecutionsAsync(
                new ListExecutionsRequest
                {
                    StateMachineArn = "arn:m",
                    StatusFilter = ExecutionStatus.RUNNING,
                    MaxResults = 5,
                    NextToken = "before",
                },
                TestContext.Current.CancellationToken));

        Assert.Equal("AWSStepFunctions.ListExecutions", request.Headers["X-Amz-Target"]);
        AssertBody(
            """{"statusFilter":"RUNNING","maxResults":5,"nextToken":"before","stateMachineArn":"arn:m"}""", request);
        Assert.Equal("n", response.NextToken);
        var only = Assert.Single(response.Executions);
        Assert.Equal("A_NEW_ONE", only.Status.Value);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1.5), only.StartDate);
    }

    [Fact]
    public async Task A_history_carries_the_details_of_each_event()
    {
        var (request, response) = await AskAsync(
            """
            {"events":[
              {"id":1,"previousEventId":0,"type":"ExecutionStarted","timestamp":1.0,
               "executionStartedEventDetails":{"input":"{}","roleArn":"arn:r","inputDetails":{"truncated":false}}},
              {"id":2,"previousEventId":1,"type":"TaskStateEntered","timestamp":1.5,
               "stateEnteredEventDetails":{"name":"GetJobStatus","input":"{}"}},
              {"id":3,"previousEventId":2,"type":"TaskScheduled","timestamp":1.5,
               "taskScheduledEventDetails":{"resource":"invoke","resourceType":"lambda","timeoutInSeconds":60,
                "taskCredentials":{"roleArn":"arn:c"}}},
              {"id":4,"previousEventId":3,"type":"TaskFailed","timestamp":2,
               "taskFailedEventDetails":{"error":"TimeoutException","cause":"late","resource":"invoke"}},
              {"id":5,"previousEventId":4,"type":"TaskStateExited","timestamp":2,
               "stateExitedEventDetails":{"name":"GetJobStatus","output":"{}","assignedVariables":{"a":"1"}}}]}
            """,
            client => client.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest
                {
                    ExecutionArn = "arn:e",
                    ReverseOrder = false,
                    IncludeExecutionData = true,
                },
                TestContext.Current.CancellationToken));

        AssertBody("""{"includeExecutionData":true,"reverseOrder":false,"executionArn":"arn:e"}""", request);
        Assert.Equal([1L, 2, 3, 4, 5], response.Events.Select(each => each.Id!.Value));
        Assert.Same(HistoryEventType.ExecutionStarted, response.Events[0].Type);
        Assert.False(response.Events[0].ExecutionStartedEventDetails.InputDetails.Truncated);
        Assert.Equal("GetJobStatus", response.Events[1].StateEnteredEventDetails.Name);
        Assert.Equal(60, response.Events[2].TaskScheduledEventDetails.TimeoutInSeconds);
        Assert.Equal("arn:c", response.Events[2].TaskScheduledEventDetails.TaskCredentials.RoleArn);
        Assert.Equal("TimeoutException", response.Events[3].TaskFailedEventDetails.Error);
        Assert.Equal("1", response.Events[4].StateExitedEventDetails.AssignedVariables["a"]);
        Assert.Null(response.Events[4].TaskFailedEventDetails);
    }

    [Fact]
    public async Task Absent_lists_are_null() =>
        Assert.Null((await AskAsync("{}", client => client.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest(), TestContext.Current.CancellationToken))).Response.Events);

    [Fact]
    public async Task A_stop_says_why()
    {
        var (request, response) = await AskAsync(
            """{"stopDate":2}""",
            client => client.StopExecutionAsync(
                new StopExecutionRequest { ExecutionArn = "arn:e", Error = "Stopped", Cause = "by hand" },
                TestContext.Current.CancellationToken));

        AssertBody("""{"cause":"by hand","error":"Stopped","executionArn":"arn:e"}""", request);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(2), response.StopDate);
    }

    [Fact]
    public async Task A_redrive_has_a_token_of_its_own()
    {
        var (request, response) = await AskAsync(
            """{"redriveDate":3}""",
            client => client.RedriveExecutionAsync(
                new RedriveExecutionRequest { ExecutionArn = "arn:e" }, TestContext.Current.CancellationToken));

        Assert.True(Guid.TryParse((string?)request.Json["clientToken"], out _), request.Body);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(3), response.RedriveDate);
    }

    /// <summary>The order of the members does not matter.</summary>
    private static void AssertBody(string expected, Received request) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), request.Json), request.Body);

    private static async Task<(Received Request, T Response)> AskAsync<T>(
        string answer, Func<IAmazonStepFunctions, Task<T>> ask)
    {
        await using var server = await RecordingServer.StartAsync(new Answer(200, answer));
        using var client = StepFunctionsClients.For(server);
        var response = await ask(client);
        return (Assert.Single(server.Requests), response);
    }
}
