using System.Collections.Immutable;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>One key under one comparison: any of the values may match. Source:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.</summary>
internal sealed class PolicyCondition
{
    private const string IfExists = "IfExists";
    private const string Null = "Null";

    private readonly string key;
    private readonly ImmutableArray<string> values;
    private readonly ConditionOperator? comparison;
    private readonly bool holdsWithoutKey;

    /// <exception cref="PolicyRefusedException">The operator is not known, or a value is none for it.</exception>
    public PolicyCondition(string operation, string key, ImmutableArray<string> values)
    {
        (this.key, this.values) = (key, values);
        var ifExists = operation.EndsWith(IfExists, StringComparison.Ordinal);
        var name = ifExists ? operation[..^IfExists.Length] : operation;
        if (name == Null && !ifExists)
        {
            Check(ConditionOperator.IsFlag);
            return;
        }

        comparison = ConditionOperator.Named(name);
        holdsWithoutKey = ifExists || comparison.IsNegated;
        Check(comparison.Takes);
    }

    public bool Holds(IReadOnlyDictionary<string, string> context)
    {
        var isThere = context.TryGetValue(key, out var found);
        if (comparison is null)
        {
            return values.Any(value => bool.Parse(value) != isThere);
        }

        // A negated operator wants that no value matches.
        return found is null
            ? holdsWithoutKey
            : values.Any(value => comparison.Matches(value, found)) != comparison.IsNegated;
    }

    private void Check(Func<string, bool> takes)
    {
        foreach (var value in values.Where(value => !takes(value)))
        {
            throw new PolicyRefusedException($"'{value}' is no value for the condition on {key}.");
        }
    }
}
