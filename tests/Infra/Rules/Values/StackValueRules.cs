using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>What is said of the stack as a whole: where it goes, by which names, what it may cost, what it
/// tells.</summary>
internal static class StackValueRules
{
    private const string ProviderType = "pulumi:providers:aws";
    private const string FunctionType = "aws:lambda/function:Function";

    public static IEnumerable<string> It_is_deployed_to_the_account_and_region_of_the_settings_alone(
        RecordedProgram program)
    {
        foreach (var provider in program.Of(ProviderType))
        {
            var accounts = ProviderJson(provider, "allowedAccountIds");
            if (!JsonNode.DeepEquals(accounts, new JsonArray(program.Settings.AccountId)))
            {
                yield return $"It may be deployed to {accounts?.ToJsonString() ?? "every account"}, expected "
                    + $"{program.Settings.AccountId}.";
            }
        }

        foreach (var problem in Inputs.UnlikeOne(program, ProviderType, null, ("region", program.Settings.Region)))
        {
            yield return problem;
        }
    }

    public static IEnumerable<string> Every_resource_is_tagged_with_project_and_environment(RecordedProgram program)
    {
        var expected =
            new JsonObject { ["Project"] = program.Settings.Project, ["Environment"] = program.Settings.Environment };
        foreach (var provider in program.Of(ProviderType))
        {
            var tags = ProviderJson(provider, "defaultTags")?["tags"];
            if (!JsonNode.DeepEquals(tags, expected))
            {
                yield return $"Resources are tagged {tags?.ToJsonString() ?? "not at all"}, expected "
                    + $"{expected.ToJsonString()}.";
            }
        }
    }

    /// <summary>All of the user's architecture document.</summary>
    public static IEnumerable<string> Everything_has_the_users_names(RecordedProgram program)
    {
        (string Type, string Name)[] expected =
        [
            ("aws:sns/topic:Topic", Stack.Topic),
            ("aws:sqs/queue:Queue", Stack.Queue),
            (FunctionType, $"{Stack.Prefix}transcription"),
            (FunctionType, $"{Stack.Prefix}persistence"),
            (FunctionType, $"{Stack.Prefix}retrieval"),
            ("aws:apigateway/restApi:RestApi", Stack.Api),
            ("aws:dynamodb/table:Table", Stack.Of(program, "call-recordings")),
        ];
        return expected
            .Where(one => program.Of(one.Type).Count(resource => resource.Text("name") == one.Name) != 1)
            .Select(one => $"There is no {one.Type} by the user's name {one.Name}.")
            .Concat(program.Of(FunctionType)
                .Where(function => !function.Text("name").StartsWith(Stack.Prefix, StringComparison.Ordinal))
                .Select(function => $"{function.Name} is named {function.Text("name")}, expected {Stack.Prefix}…."));
    }

    public static IEnumerable<string> The_budget_warns_of_costs_at_80_percent_and_when_all_is_forecast(
        RecordedProgram program) => Inputs.UnlikeOne(
            program, "aws:budgets/budget:Budget", null,
            [
                ("limitAmount", program.Settings.MonthlyBudgetDollars.ToString(CultureInfo.InvariantCulture)),
                ("limitUnit", "USD"), ("timeUnit", "MONTHLY"), ("budgetType", "COST"),
                .. Notification(program, 0, 80, "ACTUAL"),
                .. Notification(program, 1, 100, "FORECASTED"),
                ("notifications.2", null),
            ]);

    public static IEnumerable<string> The_outputs_are_what_they_are_called_after(RecordedProgram program)
    {
        const string queue = "aws:sqs/queue:Queue", table = "aws:dynamodb/table:Table", bucket = "aws:s3/bucket:Bucket";
        const string machine = "aws:sfn/stateMachine:StateMachine";
        var settings = program.Settings;
        var page = settings.Domain?.Name
            ?? Stack.Reference(
                program, "aws:cloudfront/distribution:Distribution", $"{Stack.Prefix}page", "domain_name");
        var expected = new Dictionary<string, string?>
        {
            ["pageUrl"] = $"https://{page}/",
            ["apiUrl"] = Stack.Reference(program, "aws:apigateway/stage:Stage", Stack.Api, "invoke_url"),
            ["topicArn"] = Stack.Reference(program, "aws:sns/topic:Topic", Stack.Topic, "arn"),
            ["queueUrl"] = Stack.Reference(program, queue, Stack.Queue, "url"),
            ["deadLetterQueueUrl"] = Stack.Reference(program, queue, Stack.DeadLetters, "url"),
            ["tableName"] = Stack.Reference(program, table, Stack.Of(program, "call-recordings"), "name"),
            ["wordsTableName"] = Stack.Reference(program, table, Stack.Of(program, "call-words"), "name"),
            ["resultsBucket"] = Stack.Reference(program, bucket, Stack.Of(program, "output"), "id"),
            ["uploadsBucket"] = settings.Uploads
                ? Stack.Reference(program, bucket, Stack.Uploads(program), "id") : null,
            ["stateMachineArn"] = Stack.Reference(program, machine, Stack.Machine, "arn"),
            ["consoleUrl"] = $"https://{settings.Region}.console.aws.amazon.com/states/home?region={settings.Region}"
                + "#/statemachines/view/"
                + Stack.Reference(program, machine, Stack.Machine, "arn"),
        };
        return expected
            .Where(one => !Equals(program.Outputs.GetValueOrDefault(one.Key), one.Value))
            .Select(
                one => $"The output {one.Key} is {program.Outputs.GetValueOrDefault(one.Key) ?? "nothing"}, expected "
                    + $"{one.Value ?? "nothing"}.");
    }

    private static (string Path, object? Value)[] Notification(
        RecordedProgram program, int at, double percent, string type) =>
    [
        ($"notifications.{at}.threshold", percent), ($"notifications.{at}.thresholdType", "PERCENTAGE"),
        ($"notifications.{at}.comparisonOperator", "GREATER_THAN"), ($"notifications.{at}.notificationType", type),
        ($"notifications.{at}.subscriberSnsTopicArns",
            new[] { Stack.Reference(program, "aws:sns/topic:Topic", Stack.Alarms, "arn") }),
    ];

    /// <summary>A provider has its inputs as JSON.</summary>
    private static JsonNode? ProviderJson(Registration provider, string input) =>
        provider.Text(input) is { Length: > 0 } json ? JsonNode.Parse(json) : null;
}
