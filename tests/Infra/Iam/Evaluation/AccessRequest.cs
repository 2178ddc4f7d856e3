namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>What a caller asks to do.</summary>
/// <param name="Action">As IAM names it: <c>s3:GetObject</c>.</param>
/// <param name="Resource">An ARN; <c>*</c> for an action without resources.</param>
/// <param name="ResourceAccount">The account that the resource belongs to, which not every ARN has.</param>
internal sealed record AccessRequest(Caller Caller, string Action, string Resource, string ResourceAccount)
{
    /// <summary>PolicyCondition keys, in any case, and their values.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public AccessRequest With(params (string Key, string Value)[] further)
    {
        var context = new Dictionary<string, string>(Context, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in further)
        {
            context[key] = value;
        }

        return this with { Context = context };
    }

    public AccessRequest Without(string key)
    {
        var context = new Dictionary<string, string>(Context, StringComparer.OrdinalIgnoreCase);
        context.Remove(key);
        return this with { Context = context };
    }

    public override string ToString() =>
        $"{Caller} {Action} {Resource} of {ResourceAccount} "
            + $"({string.Join(", ", Context.Select(one => $"{one.Key}={one.Value}"))})";
}
