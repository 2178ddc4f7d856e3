using System.Collections.Immutable;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>One key under one operator: any of the values may match. Source:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.</summary>
internal sealed class Condition
{
    private const string IfExists = "IfExists";
    private const string Null = "Null";

    private readonly string _key;
    private readonly ImmutableArray<string> _values;
    private readonly ConditionOperator? _operator;
    private readonly bool _holdsWithoutKey;

    /// <exception cref="PolicyRefusedException">The operator is not known, or a value is none for it.</exception>
    public Condition(string operation, string key, ImmutableArray<string> values)
    {
        (_key, _values) = (key, values);
        var ifExists = operation.EndsWith(IfExists, StringComparison.Ordinal);
        var name = ifExists ? operation[..^IfExists.Length] : operation;
        if (name == Null && !ifExists)
        {
            Check(ConditionOperator.IsFlag);
            return;
        }

        _operator = ConditionOperator.Named(name);
        _holdsWithoutKey = ifExists || _operator.IsNegated;
        Check(_operator.Takes);
    }

    public bool Holds(IReadOnlyDictionary<string, string> context)
    {
        var isThere = context.TryGetValue(_key, out var found);
        if (_operator is null)
        {
            return _values.Any(value => bool.Parse(value) != isThere);
        }

        // A negated operator wants that no value matches.
        return found is null
            ? _holdsWithoutKey
            : _values.Any(value => _operator.Matches(value, found)) != _operator.IsNegated;
    }

    private void Check(Func<string, bool> takes)
    {
        foreach (var value in _values.Where(value => !takes(value)))
        {
            throw new PolicyRefusedException($"'{value}' is no value for the condition on {_key}.");
        }
    }
}
