using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Callers;

/// <summary>Whom the design names: the publisher, and the services that deliver, invoke, read and assume roles.
/// Each is found by what the program connects.</summary>
internal static class DesignedCallers
{
    public static IReadOnlyList<DesignedCaller> Of(DeployedProgram program) =>
    [
        Publisher(program), .. Subscriptions(program), .. Rules(program), .. Alarms(program), .. Budgets(program),
        Page(program), .. Routes(program), .. Roles(program), .. KeyCallers.Of(program),
    ];

    /// <summary>A service that asks on behalf of something, by TLS.</summary>
    public static AccessRequest ByService(
        DeployedProgram program, string service, string action, string resource, string? source)
    {
        var request = new AccessRequest(new Caller.Service(service), action, resource, program.Account).With(
            (SourceKeys.Tls, "true"));
        return source is null ? request : request.With((SourceKeys.Arn, source), (SourceKeys.Account, program.Account));
    }

    public static DesignedCaller Publisher(DeployedProgram program)
    {
        var named = program.Program.Settings.PublisherArn;
        var publisher = named.Length > 0 ? Arn.Parse(named) : new("aws", "iam", "", program.Account, "role/publisher");
        var topic = program.Of("aws:sns/topic:Topic")
            .First(one => one.Name.EndsWith("-transcript", StringComparison.Ordinal));
        return new(
            "the publisher publishes calls",
            new AccessRequest(new Caller.Identity(publisher), "sns:Publish", program.Arn(topic), program.Account).With(
                (SourceKeys.Tls, "true")))
        {
            Own = [Strangers.Everything],
        };
    }

    /// <summary>Source: https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html.</summary>
    private static IEnumerable<DesignedCaller> Subscriptions(DeployedProgram program)
    {
        foreach (var one in program.Of("aws:sns/topicSubscription:TopicSubscription").Where(
            one => one.Text("protocol") == "sqs"))
        {
            var topic = one.Text("topic");
            yield return new(
                "SNS delivers to the queue",
                ByService(program, "sns.amazonaws.com", "sqs:SendMessage", one.Text("endpoint"), topic));
            var dead = (string?)JsonNode.Parse(one.Text("redrivePolicy"))!["deadLetterTargetArn"] ?? "";
            yield return new(
                "SNS keeps what it cannot deliver",
                ByService(program, "sns.amazonaws.com", "sqs:SendMessage", dead, topic));
        }
    }

    /// <summary>Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html.</summary>
    private static IEnumerable<DesignedCaller> Rules(DeployedProgram program)
    {
        foreach (var target in program.Of("aws:cloudwatch/eventTarget:EventTarget"))
        {
            var rule = program.Of("aws:cloudwatch/eventRule:EventRule")
                .Where(one => program.Answer(one, "name") == target.Text("rule"))
                .Select(program.Arn)
                .FirstOrDefault("");
            yield return new(
                $"{target.Name} invokes its function",
                ByService(program, "events.amazonaws.com", "lambda:InvokeFunction", target.Text("arn"), rule));
            if (target.Block("deadLetterConfig").TryGetValue("arn", out var dead))
            {
                yield return new(
                    $"EventBridge keeps what it cannot deliver for {target.Name}",
                    ByService(program, "events.amazonaws.com", "sqs:SendMessage", (string)dead, rule));
            }
        }
    }

    private static IEnumerable<DesignedCaller> Alarms(DeployedProgram program) =>
        from alarm in program.Of("aws:cloudwatch/metricAlarm:MetricAlarm")
        from topic in alarm.List("alarmActions").Cast<string>()
        select new DesignedCaller(
            $"the alarm {alarm.Name} notifies its topic",
            ByService(program, "cloudwatch.amazonaws.com", "sns:Publish", topic, program.Arn(alarm)))
        {
            IsForTheAccount = true,
        };

    /// <summary>Source: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html.</summary>
    private static IEnumerable<DesignedCaller> Budgets(DeployedProgram program) =>
        from budget in program.Of("aws:budgets/budget:Budget")
        from notification in budget.List("notifications")
            .Cast<System.Collections.Immutable.ImmutableDictionary<string, object>>()
        from topic in ((System.Collections.Immutable.ImmutableArray<object>)notification["subscriberSnsTopicArns"])
            .Cast<string>()
        select new DesignedCaller(
            "the budget notifies its topic",
            ByService(
                program, "budgets.amazonaws.com", "sns:Publish", topic,
                $"arn:aws:budgets::{program.Account}:budget/{budget.Text("name")}"))
        {
            IsForTheAccount = true,
        };

    /// <summary>Source:
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    /// </summary>
    private static DesignedCaller Page(DeployedProgram program)
    {
        var bucket = program.Of("aws:s3/bucket:Bucket")
            .First(one => one.Name.EndsWith("-page", StringComparison.Ordinal));
        var distribution = program.Of("aws:cloudfront/distribution:Distribution").First();
        return new(
            "CloudFront shows the page",
            ByService(
                program, "cloudfront.amazonaws.com", "s3:GetObject", $"{program.Arn(bucket)}/index.html",
                program.Arn(distribution)));
    }

    /// <summary>Source:
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html.</summary>
    private static IEnumerable<DesignedCaller> Routes(DeployedProgram program)
    {
        var api = program.Of("aws:apigateway/restApi:RestApi").First();
        var stage = program.Of("aws:apigateway/stage:Stage").First().Text("stageName");
        foreach (var (path, methods) in JsonNode.Parse(api.Text("body"))!["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var uri = (string?)operation!["x-amazon-apigateway-integration"]?["uri"] ?? "";
                var function = uri.Split("/functions/") is [_, var rest]
                    ? rest[..rest.LastIndexOf("/invocations", StringComparison.Ordinal)] : uri;
                yield return new(
                    $"the API answers {method} {path}",
                    ByService(
                        program, "apigateway.amazonaws.com", "lambda:InvokeFunction", function,
                        $"{program.Answer(api, "execution_arn")}/{stage}/{method.ToUpperInvariant()}{path}"));
            }
        }
    }

    /// <summary>Lambda, and API Gateway where it logs, do not say for whom they assume a role.</summary>
    private static IEnumerable<DesignedCaller> Roles(DeployedProgram program) =>
    [
        .. program.Of("aws:lambda/function:Function").Select(one => Assume(one.Name, "lambda", one.Text("role"), null)),
        .. program.Of("aws:apigateway/account:Account")
            .Select(one => Assume("API Gateway's log", "apigateway", one.Text("cloudwatchRoleArn"), null)),
        .. program.Of("aws:sfn/stateMachine:StateMachine")
            .Select(one =>
                Assume(one.Name, "states", one.Text("roleArn"), program.Arn(one)) with { IsForTheAccount = true }),
    ];

    private static DesignedCaller Assume(string what, string service, string role, string? source)
    {
        var account = Arn.TryParse(role, out var arn) ? arn.Account : "";
        var request = new AccessRequest(
            new Caller.Service($"{service}.amazonaws.com"), "sts:AssumeRole", role, account);
        return new(
            $"{what} has its role",
            source is null ? request : request.With((SourceKeys.Arn, source), (SourceKeys.Account, account)));
    }
}
