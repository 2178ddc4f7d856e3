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

    /// <summary>Of a resource's policy: the kind of principal (AWS, Service, or * for everybody) and who.</summary>
    public (string Kind, Input<string> Who)? Principal { get; init; }

    /// <summary>Operator, key and value; all must hold.</summary>
    public IReadOnlyList<(string Operator, string Key, Input<string> Value)> Conditions { get; init; } = [];

    /// <summary>Denies what does not come by TLS.</summary>
    public static Statement TlsOnly(string service, params Input<string>[] resources)
    {
        var list = new InputList<string>();
        foreach (var resource in resources)
        {
            list.Add(resource);
        }

        return new("TlsOnly", $"{service}:*")
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
