using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Simulator;

/// <summary>Requests near a policy: right ones, and ones with anything about them nearly right.</summary>
internal sealed class CaseGenerator(Random random, string account)
{
    private const string OtherAccount = "999999999999";
    private const string OtherRole = "another-role";

    private static readonly string[] OtherActions =
    [
        "s3:DeleteObject", "s3:ListBucket", "sqs:DeleteMessage", "sns:Subscribe", "kms:Decrypt", "kms:DescribeKey",
        "dynamodb:Scan", "lambda:InvokeFunction",
    ];

    private static readonly string[] OtherServices =
        ["sns.amazonaws.com", "events.amazonaws.com", "lambda.amazonaws.com"];

    private static readonly IamPolicy Everything = IamPolicy.Parse(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", PolicyKind.Identity);

    /// <summary>For each statement, action, resource and principal the request that it is written for.</summary>
    public IEnumerable<SimulatorCase> Exact(DeclaredPolicy policy, DeclaredRole? role)
    {
        foreach (var statement in policy.Read!.Document["Statement"]!.AsArray().Select(one => one!.AsObject()))
        {
            foreach (var action in Texts(statement["Action"]))
            {
                foreach (var resource in Resources(policy, statement))
                {
                    foreach (var caller in Callers(policy, statement))
                    {
                        var request = new AccessRequest(
                            caller, Spelled(action, resource), Named(action) ?? Instance(resource), account)
                        {
                            Context = Right(statement).ToDictionary(
                                one => one.Key, one => one.Value, StringComparer.OrdinalIgnoreCase),
                        };
                        yield return Case(policy, role, request);
                    }
                }
            }
        }
    }

    public IEnumerable<SimulatorCase> Near(SimulatorCase exact, int count) =>
        Enumerable.Range(0, count).Select(_ => Fitting(exact with { Request = Changed(exact.Request) }));

    /// <summary>The same request, and one of the policies with another effect or operator.</summary>
    public IEnumerable<SimulatorCase> WithAnotherPolicy(SimulatorCase exact, PolicyKind kind, int count)
    {
        var changer = new PolicyChanger(random);
        for (var number = 0; number < count; number++)
        {
            var changed = changer.Changed(
                (kind is PolicyKind.Identity ? exact.Identity[0] : exact.Resource!).Document, kind);
            var request = Changed(exact.Request);
            yield return Fitting(kind is PolicyKind.Identity
                ? exact with { Request = request, Identity = [changed] }
                : exact with { Request = request, Resource = changed });
        }
    }

    /// <summary>Only roles have policies; at a resource it matters whether theirs allow it, too.</summary>
    private SimulatorCase Fitting(SimulatorCase one) => one.Request.Caller is not Caller.Identity
        ? one with { Identity = [] }
        : one.Resource is not null && random.Next(2) == 0
            ? one with { Identity = [Everything] }
            : one;

    private static SimulatorCase Case(DeclaredPolicy policy, DeclaredRole? role, AccessRequest request) =>
        policy.Kind is PolicyKind.Identity
            ? new(request, [.. role!.Policies.Select(one => one.Read!)], null)
            : new(request, [], policy.Read);

    private AccessRequest Changed(AccessRequest request)
    {
        var changed = request;
        do
        {
            changed = random.Next(5) switch
            {
                0 => changed with { Caller = Other(changed.Caller) },
                1 => changed with { Action = Pick([.. OtherActions, changed.Action.ToUpperInvariant()]) },
                2 => changed with { Resource = Near(changed.Resource) },
                3 => changed with { ResourceAccount = Pick([account, OtherAccount]) },
                _ => NearContext(changed),
            };
        }
        while (random.Next(3) == 0);
        return changed;
    }

    private Caller Other(Caller caller) => random.Next(4) switch
    {
        0 => new Caller.Anonymous(),
        1 => new Caller.Service(Pick(OtherServices)),
        2 => new Caller.Identity(new("aws", "iam", "", Pick([account, OtherAccount]), $"role/{OtherRole}")),
        _ => caller is Caller.Identity identity
            ? new Caller.Identity(identity.Arn with { Account = OtherAccount }) : caller,
    };

    private string Near(string resource)
    {
        if (!Arn.TryParse(resource, out var arn))
        {
            return resource;
        }

        var other = random.Next(5) switch
        {
            0 => arn with { Region = arn.Region.Length > 0 ? "us-west-2" : "" },
            1 => arn with { Account = arn.Account.Length > 0 ? OtherAccount : "" },
            2 => arn with { Resource = arn.Resource + "x" },
            3 => arn with { Resource = arn.Resource[..^1] + "0" },
            _ =>
                arn with { Resource = arn.Resource.Replace("callrecording", "callrecordin", StringComparison.Ordinal) },
        };
        return other.ToString();
    }

    private AccessRequest NearContext(AccessRequest request)
    {
        string[] keys = [.. request.Context.Keys, "aws:SecureTransport", "aws:SourceAccount", "aws:SourceArn"];
        var key = Pick(keys);
        // A service never tells something else of a source.
        string[] others = key.EndsWith("Arn", StringComparison.OrdinalIgnoreCase)
            ? ["arn:aws:sns:us-east-1:999999999999:x", "arn:aws:events:us-east-1:999999999999:rule/x"]
            : ["true", "false", account, OtherAccount];
        var value = request.Context.GetValueOrDefault(key, others[0]);
        return random.Next(4) switch
        {
            0 => request.Without(key),
            1 => request.With((key.ToUpperInvariant(), value)),
            2 => request.With((key, Pick(others))),
            _ => request.With((key, value + "x")),
        };
    }

    private static IEnumerable<string> Resources(DeclaredPolicy policy, JsonObject statement) =>
        policy.Kind is PolicyKind.Trust || (policy.Service is Service.Kms) ? [policy.At] : Texts(statement["Resource"]);

    private IEnumerable<Caller> Callers(DeclaredPolicy policy, JsonObject statement)
    {
        var role = new Caller.Identity(new("aws", "iam", "", account, $"role/{OtherRole}"));
        return policy.Kind is PolicyKind.Identity
            ? [new Caller.Identity(Arn.Parse(policy.At))]
            : statement["Principal"] is JsonObject named
                ? named.SelectMany(kind => Texts(kind.Value).Select(who => kind.Key == "Service"
                    ? new Caller.Service(who)
                    : Arn.TryParse(who, out var arn) && arn.Resource != "root"
                        ? new Caller.Identity(arn) : (Caller)role))
                : [role, new Caller.Anonymous()];
    }

    private static IEnumerable<KeyValuePair<string, string>> Right(JsonObject statement) =>
        (statement["Condition"]?.AsObject() ?? []).SelectMany(operation => operation.Value!.AsObject()
            .Select(key => KeyValuePair.Create(key.Key, Instance(Texts(key.Value).First()))));

    private static string Instance(string pattern) => pattern == "*"
        ? pattern
        : pattern.Contains(":log-group:", StringComparison.Ordinal) && pattern.EndsWith(":*", StringComparison.Ordinal)
            ? pattern[..^1] + "log-stream:any"
            : pattern.Replace("*", "any", StringComparison.Ordinal).Replace('?', 'x');

    /// <summary>A resource of an action that has some, although the policy names none.</summary>
    private string? Named(string action) =>
        action.StartsWith("ec2:", StringComparison.Ordinal)
            && !action.StartsWith("ec2:Describe", StringComparison.Ordinal)
            ? $"arn:aws:ec2:us-east-1:{account}:network-interface/eni-00000000000000000"
            : null;

    /// <summary>One of the actions that a pattern stands for.</summary>
    private static string Spelled(string action, string resource) => action switch
    {
        "s3:*" => resource.Contains('/', StringComparison.Ordinal) ? "s3:GetObject" : "s3:ListBucket",
        "sqs:*" => "sqs:SendMessage",
        "sns:*" => "sns:Publish",
        _ => action,
    };

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node is JsonArray list ? list.Select(one => (string)one!) : [(string)node!];

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
