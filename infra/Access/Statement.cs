using System.Collections.Immutable;
using Pulumi;

namespace CallRecording.Infra.Access;

/// <summary>One statement of an IAM policy.</summary>
/// <param name="sid">What it is for, in letters and digits.</param>
/// <param name="actions">Actions, spelt out.</param>
internal sealed class Statement(string sid, params string[] actions)
{
    /// <summary>Allow or Deny.</summary>
    public string Effect { get; init; } = "Allow";

    public InputList<string> Resources { get; init; } = [];

    /// <summary>Of a resource policy: the kind of principal (AWS, Service, or * for all) and its id.</summary>
    public (string Kind, Input<string> Who)? Principal { get; init; }

    /// <summary>Operator, key and value; all must hold.</summary>
    public IReadOnlyList<(string Operator, string Key, Input<string> Value)> Conditions { get; init; } = [];

    /// <summary>Denies every request to a bucket or its objects that does not come by TLS.</summary>
    public static Statement TlsOnlyBucket(Output<string> bucketArn) =>
        TlsOnly(["s3:*"], bucketArn, Output.Format($"{bucketArn}/*"));

    /// <summary>Denies every request to a queue that does not come by TLS.</summary>
    public static Statement TlsOnlyQueue(Input<string> queueArn) => TlsOnly(["sqs:*"], queueArn);

    /// <summary>Denies publishing without TLS. Only that: SNS refuses a topic policy with <c>sns:*</c> ("Policy
    /// statement action out of service scope"), and knows no more actions of a topic's users than this and Subscribe:
    /// https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html.</summary>
    public static Statement TlsOnlyTopic(Input<string> topicArn) => TlsOnly(["sns:Publish", "sns:Subscribe"], topicArn);

    private static Statement TlsOnly(string[] actions, params Input<string>[] resources)
    {
        var list = new InputList<string>();
        foreach (var resource in resources)
        {
            list.Add(resource);
        }

        return new("TlsOnly", actions)
        {
            Effect = "Deny",
            Resources = list,
            Principal = ("*", "*"),
            Conditions = [("Bool", "aws:SecureTransport", "false")],
        };
    }

    /// <summary>Its JSON, as nested dictionaries.</summary>
    public Output<Dictionary<string, object>> ToOutput()
    {
        Input<ImmutableArray<string>> known = Resources;
        var who = Principal?.Who ?? "";
        Input<ImmutableArray<string>> values = Output.All(Conditions.Select(one => one.Value));
        return Output.Tuple(known, who, values).Apply(all => ToJson(all.Item1, all.Item2, all.Item3));
    }

    private Dictionary<string, object> ToJson(
        ImmutableArray<string> resources, string who, ImmutableArray<string> values)
    {
        var json = new Dictionary<string, object> { ["Sid"] = sid, ["Effect"] = Effect };
        if (Principal is { } principal)
        {
            json["Principal"] = principal.Kind == "*" ? "*" : new Dictionary<string, string> { [principal.Kind] = who };
        }

        json["Action"] = actions;
        json["Resource"] = resources;
        if (values.Length > 0)
        {
            json["Condition"] = Conditions.Zip(values)
                .GroupBy(pair => pair.First.Operator)
                .ToDictionary(
                    group => group.Key,
                    group => group.ToDictionary(pair => pair.First.Key, pair => pair.Second));
        }

        return json;
    }
}
