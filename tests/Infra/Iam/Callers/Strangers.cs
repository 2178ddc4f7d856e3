using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Callers;

/// <summary>The same requests by callers, or on behalf of resources, that the design does not name.</summary>
internal static class Strangers
{
    private const string OtherAccount = "999999999999";
    private const string Describe = "kms:DescribeKey";
    private const string OtherService = "mediastore.amazonaws.com";

    public static readonly IamPolicy Everything = IamPolicy.Parse(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", PolicyKind.Identity);

    /// <returns>Who they are, their requests, and what their own accounts let them do.</returns>
    public static IEnumerable<(string Who, AccessRequest Request, IReadOnlyList<IamPolicy> Own)> Of(
        DesignedCaller caller, string account)
    {
        var request = caller.Request;
        if (request.Action == Describe)
        {
            // Shows nothing of what the key encrypts, and administrators may.
            yield break;
        }

        if (request.Context.ContainsKey(SourceKeys.ViaService))
        {
            // A role of the account that may use a service may use the key through it; that is what the key is for.
            yield return ("the same role past the service", request.Without(SourceKeys.ViaService), [Everything]);
            yield return (
                "the same role through another service",
                request.With((SourceKeys.ViaService, "ebs.us-east-1.amazonaws.com")),
                [Everything]);
            yield return (
                "a role of another account",
                (request with { Caller = Role(OtherAccount) }).With((SourceKeys.CallerAccount, OtherAccount)),
                [Everything]);
            yield break;
        }

        yield return ("an anonymous caller", request with { Caller = new Caller.Anonymous() }, []);
        yield return ("another service", request with { Caller = new Caller.Service(OtherService) }, []);
        yield return ("a role of another account", request with { Caller = Role(OtherAccount) }, [Everything]);
        yield return ("a role of the account without a policy for it", request with { Caller = Role(account) }, []);
        if (request.Caller is not Caller.Service || !HasBeneficiary(request))
        {
            yield break;
        }

        yield return (
            "the same service for another account",
            Map(request, value => value.Replace(account, OtherAccount, StringComparison.Ordinal)),
            []);
        yield return ("the same service on behalf of no resource", Map(request, _ => null), []);
        if (!caller.IsForTheAccount)
        {
            yield return ("the same service for something else in the account", Map(request, Another), []);
        }
    }

    private static Caller.Identity Role(string account) => new(new("aws", "iam", "", account, "role/stranger"));

    private static bool HasBeneficiary(AccessRequest request) => request.Context.Keys.Any(IsOfSource);

    private static bool IsOfSource(string key) =>
        key is SourceKeys.Arn or SourceKeys.Account
            || key.StartsWith("kms:EncryptionContext:", StringComparison.Ordinal);

    private static string? Another(string value) => Arn.TryParse(value, out var arn)
        ? (arn with { Resource = arn.Service == "sns" || arn.Service == "sqs" ? "another" : Prefixed(arn.Resource) })
            .ToString()
        : value;

    // rule/NAME, distribution/ID, API/stage/METHOD/path: another one of the kind.
    private static string Prefixed(string resource) =>
        resource.Split('/', 2) is [var kind, var rest] && kind is "rule" or "distribution"
            ? $"{kind}/another-{rest}" : $"another{resource}";

    private static AccessRequest Map(AccessRequest request, Func<string, string?> change)
    {
        var mapped = request;
        foreach (var (key, value) in request.Context.Where(one => IsOfSource(one.Key)))
        {
            mapped = change(value) is { } other ? mapped.With((key, other)) : mapped.Without(key);
        }

        return mapped;
    }
}
