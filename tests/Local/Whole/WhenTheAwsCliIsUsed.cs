using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Resources;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenTheAwsCliIsUsed(RunningStack stack)
{
    [Fact]
    public async Task A_failed_call_is_found_redriven_and_read()
    {
        Assert.SkipUnless(AwsCli.IsThere, "There is no aws command on the PATH.");
        var call = await stack.SubmitAsync("cli-redriven", "client-error");
        await stack.EndOfAsync(call.ExecutionArn);
        var engine = stack.Addresses.StepFunctions;

        var failed = await AwsCli.JsonAsync(
            engine, "stepfunctions", "list-executions", "--state-machine-arn", ResourceNames.StateMachineArn,
            "--status-filter", "FAILED");
        Assert.Contains(failed!["executions"]!.AsArray(), one => (string?)one!["executionArn"] == call.ExecutionArn);

        var before = await AwsCli.JsonAsync(
            engine, "stepfunctions", "describe-execution", "--execution-arn", call.ExecutionArn);
        Assert.Equal("CallProcessingFailedException", (string?)before!["error"]);
        Assert.Equal("REDRIVABLE", (string?)before["redriveStatus"]);

        await stack.MendAsync(call);
        await AwsCli.JsonAsync(engine, "stepfunctions", "redrive-execution", "--execution-arn", call.ExecutionArn);
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));

        var after = await AwsCli.JsonAsync(
            engine, "stepfunctions", "describe-execution", "--execution-arn", call.ExecutionArn);
        Assert.Equal("SUCCEEDED", (string?)after!["status"]);
        Assert.Equal(1, (int?)after["redriveCount"]);
        var history = await AwsCli.JsonAsync(
            engine, "stepfunctions", "get-execution-history", "--execution-arn", call.ExecutionArn);
        Assert.Contains(history!["events"]!.AsArray(), one => (string?)one!["type"] == "ExecutionRedriven");
    }

    [Fact]
    public async Task A_published_notification_is_queried_and_its_files_are_listed()
    {
        Assert.SkipUnless(AwsCli.IsThere, "There is no aws command on the PATH.");
        var call = await stack.SubmitAsync("cli-published");
        await stack.EndOfAsync(call.ExecutionArn);

        var published = await AwsCli.JsonAsync(
            stack.Addresses.Messaging, "sns", "publish", "--topic-arn", ResourceNames.TopicArn, "--message",
            call.Message());
        var items = await AwsCli.JsonAsync(
            stack.Addresses.DynamoDb, "dynamodb", "query", "--table-name", ResourceNames.Table,
            "--key-condition-expression", "#h = :h",
            "--expression-attribute-names", """{"#h":"hash"}""",
            "--expression-attribute-values",
            new JsonObject { [":h"] = new JsonObject { ["S"] = call.Hash } }.ToJsonString());
        var files = await AwsCli.TextAsync(
            stack.Addresses.Messaging, "s3", "ls", "--recursive", $"s3://{ResourceNames.OutputBucket}/cli-published/");

        Assert.NotNull(published!["MessageId"]);
        Assert.Equal("SUCCESS", (string?)items!["Items"]![0]!["bedrock_status"]!["S"]);
        Assert.Contains("/standard_output/0/result.json", files, StringComparison.Ordinal);
        Assert.Contains(" cli-published/results.json", files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_execution_is_started_and_the_API_invoked_by_hand()
    {
        Assert.SkipUnless(AwsCli.IsThere, "There is no aws command on the PATH.");
        var call = await stack.SubmitAsync("cli-started");
        await stack.EndOfAsync(call.ExecutionArn);
        var (question, answer) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllTextAsync(question, Request(call.Hash), TestContext.Current.CancellationToken);

        var started = await AwsCli.JsonAsync(
            stack.Addresses.StepFunctions, "stepfunctions", "start-execution",
            "--state-machine-arn", ResourceNames.StateMachineArn, "--name", "by-hand", "--input", call.Message());
        var end = await stack.EndOfAsync((string)started!["executionArn"]!);
        await AwsCli.JsonAsync(
            stack.Addresses.Lambda, "lambda", "invoke", "--function-name", ResourceNames.RetrievalFunction,
            "--payload", $"fileb://{question}", answer);

        Assert.Equal(ExecutionEventKind.Succeeded, end);
        var body = JsonNode.Parse((string)JsonNode.Parse(
            await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken))!["body"]!)!;
        Assert.Equal((string?)started["executionArn"], (string?)body["items"]![0]!["execution_arn"]);
        File.Delete(question);
        File.Delete(answer);
    }

    private static string Request(string hash) => new JsonObject
    {
        ["httpMethod"] = "GET",
        ["resource"] = "/analytics/{hash}",
        ["pathParameters"] = new JsonObject { ["hash"] = hash },
    }.ToJsonString();
}
