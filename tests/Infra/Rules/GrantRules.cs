using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Who else may use what is the stack's: topics, queues, buckets and functions say it themselves.</summary>
internal static class GrantRules
{
    private const string Prefix = "dmg-inbound-callrecording";

    /// <summary>What nobody may do without TLS, by the kind of policy: SNS takes no wildcard.</summary>
    private static readonly Dictionary<string, string[]> Denied = new(StringComparer.Ordinal)
    {
        ["aws:sns/topicPolicy:TopicPolicy"] = ["sns:Publish", "sns:Subscribe"],
        ["aws:sqs/queuePolicy:QueuePolicy"] = ["sqs:*"],
        ["aws:s3/bucketPolicy:BucketPolicy"] = ["s3:*"],
    };

    public static IEnumerable<string> Problems(RecordedProgram program) =>
        [.. Policies(program), .. Invocations(program)];

    private static Dictionary<(string Type, string Name), string[]> Expected(RecordedProgram program)
    {
        var project = $"{program.Settings.Project}-{program.Settings.Environment}";
        var publisher = program.Settings.PublisherArn.Length > 0
            ? program.Settings.PublisherArn
            : $"arn:aws:iam::{program.Settings.AccountId}:root";
        const string topic = "aws:sns/topicPolicy:TopicPolicy", queue = "aws:sqs/queuePolicy:QueuePolicy";
        const string bucket = "aws:s3/bucketPolicy:BucketPolicy";
        var expected = new Dictionary<(string Type, string Name), string[]>
        {
            [(topic, $"{Prefix}-transcript")] = [$"{publisher} sns:Publish"],
            [(topic, $"{Prefix}-alarms")] = ["cloudwatch.amazonaws.com sns:Publish", "budgets.amazonaws.com sns:Publish"],
            [(queue, $"{Prefix}-transcript-sqs-queue")] = ["sns.amazonaws.com sqs:SendMessage"],
            [(queue, $"{Prefix}-transcript-sqs-dlq")] = ["sns.amazonaws.com sqs:SendMessage"],
            [(queue, $"{Prefix}-settlement-sqs-dlq")] =
                ["events.amazonaws.com sqs:SendMessage", "events.amazonaws.com sqs:SendMessage"],
            [(bucket, $"{project}-output")] = [],
            [(bucket, $"{project}-page")] = ["cloudfront.amazonaws.com s3:GetObject"],
        };
        if (program.Settings.Uploads)
        {
            expected[(bucket, $"{project}-{program.Settings.AccountId}-uploads")] = [];
        }

        return expected;
    }

    private static IEnumerable<string> Policies(RecordedProgram program)
    {
        foreach (var ((type, name), grants) in Expected(program))
        {
            var policy = program.Of(type).SingleOrDefault(one => one.Name == name);
            if (policy is null)
            {
                yield return $"{name} has no policy of the type {type}.";
                continue;
            }

            var given = Policy.Grants(policy).Order(StringComparer.Ordinal).ToList();
            if (!given.SequenceEqual(grants.Order(StringComparer.Ordinal)))
            {
                yield return $"{type} {name} grants {string.Join(", ", given)}, expected {string.Join(", ", grants)}.";
            }

            var tls = Policy.Statements(policy).Any(one =>
                (string?)one["Effect"] == "Deny"
                    && (string?)one["Condition"]?["Bool"]?["aws:SecureTransport"] == "false"
                    && Policy.Texts(one, "Action").SequenceEqual(Denied[type]));
            if (!tls)
            {
                yield return $"{type} {name} does not ask for TLS.";
            }

            foreach (var open in Policy.Statements(policy).Where(one => IsService(one) && one["Condition"] is null))
            {
                yield return $"{type} {name} trusts a service for everybody: {(string?)open["Sid"]}.";
            }
        }
    }

    private static bool IsService(System.Text.Json.Nodes.JsonObject statement) =>
        statement["Principal"] is System.Text.Json.Nodes.JsonObject principal && principal.ContainsKey("Service");

    /// <summary>A function that something invokes must allow it, for that thing alone.</summary>
    private static IEnumerable<string> Invocations(RecordedProgram program)
    {
        var permissions = program.Of("aws:lambda/permission:Permission").ToList();
        var rules = program.Of("aws:cloudwatch/eventRule:EventRule").Select(
            rule => ("settlement", "events.amazonaws.com", Graph.Reference(rule, "arn")));
        var apis = program.Of("aws:apigateway/restApi:RestApi")
            .Select(api => ("retrieval", "apigateway.amazonaws.com", $"{Graph.Reference(api, "execution_arn")}/*/*/analytics*"));
        var uploads = program.Of("aws:apigateway/restApi:RestApi")
            .Where(_ => program.Settings.Uploads)
            .Select(api => (
                "uploads", "apigateway.amazonaws.com", $"{Graph.Reference(api, "execution_arn")}/*/*/analytics/uploads*"));
        foreach (var (process, principal, source) in rules.Concat(apis).Concat(uploads))
        {
            var function = Graph.Functions(program).SingleOrDefault(one => one.Name == $"{Prefix}-{process}");
            var allowed = function is not null && permissions.Exists(one =>
                one.Text("function") == Graph.Reference(function, "function_name") && one.Text("principal") == principal
                && one.Text("qualifier") == Graph.OfLive(program, function, "name")
                && one.Text("sourceArn") == source && one.Text("action") == "lambda:InvokeFunction");
            if (!allowed)
            {
                yield return $"{process} may not be invoked by {principal} for {source}.";
            }
        }
    }
}
