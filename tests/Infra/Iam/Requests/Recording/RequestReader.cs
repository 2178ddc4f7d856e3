using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CallRecording.Tests.Infra.Iam.Requests.Recording;

/// <summary>Which actions on which resources a request is, for IAM. Source: the services' pages of
/// https://docs.aws.amazon.com/service-authorization/latest/reference/. A request that is not known here is refused: it
/// would go unseen.</summary>
internal static class RequestReader
{
    public static IEnumerable<SeenRequest> Read(ObservedRequest request)
    {
        var read = request.Target.Split('.') switch
        {
            ["DynamoDB_20120810", var operation] => OfDynamoDb(operation, Json(request)),
            ["AWSStepFunctions", "StartExecution"] =>
                [("states:StartExecution", ResourceWords.OfArn((string?)Json(request)["stateMachineArn"]))],
            ["AWSStepFunctions", "DescribeExecution"] =>
                [("states:DescribeExecution", ResourceWords.OfArn((string?)Json(request)["executionArn"]))],
            ["AmazonBedrockKeystoneRuntimeService", "InvokeDataAutomationAsync"] => OfInvocation(Json(request)),
            ["AmazonBedrockKeystoneRuntimeService", "GetDataAutomationStatus"] =>
                [("bedrock:GetDataAutomationStatus", ResourceWords.OfArn((string?)Json(request)["invocationArn"]))],
            [""] when request.Body.StartsWith("Action=", StringComparison.Ordinal)
                || request.Body.Contains("&Action=", StringComparison.Ordinal) =>
                OfSns(
                    QueryHelpers.ParseQuery(request.Body)["Action"].ToString(),
                    QueryHelpers.ParseQuery(request.Body)["TopicArn"].ToString()),
            [""] => S3RequestReader.Read(request),
            _ => throw Unknown(request.Target),
        };
        return read.Select(one => new SeenRequest(request.AccessKey, one.Action, one.Resource));
    }

    public static InvalidOperationException Unknown(string what) =>
        new($"'{what}' is a request whose permission is not known here; look it up, and add it.");

    private static IEnumerable<(string Action, string Resource)> OfDynamoDb(string operation, JsonObject body)
    {
        switch (operation)
        {
            case "GetItem" or "PutItem" or "UpdateItem" or "DeleteItem":
                return [($"dynamodb:{operation}", ResourceWords.OfTable((string?)body["TableName"]))];
            case "Query":
                // The index's ARN, where there is one, and not the table's.
                var table = ResourceWords.OfTable((string?)body["TableName"]);
                return [("dynamodb:Query", (string?)body["IndexName"] is { } index ? $"{table}/index/{index}" : table)];
            case "BatchGetItem" or "BatchWriteItem":
                return body["RequestItems"]!.AsObject()
                    .Select(one => ($"dynamodb:{operation}", ResourceWords.OfTable(one.Key)));
            default:
                throw Unknown($"dynamodb:{operation}");
        }
    }

    /// <summary>Besides, the service reads and writes S3 with the caller's role, which no request shows.</summary>
    private static (string Action, string Resource)[] OfInvocation(JsonObject body) =>
    [
        ("bedrock:InvokeDataAutomationAsync",
            ResourceWords.OfArn((string?)body["dataAutomationConfiguration"]!["dataAutomationProjectArn"])),
        ("bedrock:InvokeDataAutomationAsync", ResourceWords.OfArn((string?)body["dataAutomationProfileArn"])),
    ];

    private static (string Action, string Resource)[] OfSns(string action, string topic) =>
        action == "Publish" ? [("sns:Publish", ResourceWords.OfArn(topic))] : throw Unknown($"sns:{action}");

    // Its protocol says so.
    private static JsonObject Json(ObservedRequest request) => JsonNode.Parse(request.Body)!.AsObject();
}
