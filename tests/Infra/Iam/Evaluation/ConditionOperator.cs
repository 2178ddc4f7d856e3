using System.Globalization;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>How a value of a policy and one of a request are compared.</summary>
/// <param name="IsNegated">Whether it holds when nothing matches, and so without the key.</param>
/// <param name="Takes">Whether a policy may have this value for it.</param>
/// <param name="Matches">The policy's value, then the request's.</param>
internal sealed record ConditionOperator(bool IsNegated, Func<string, bool> Takes, Func<string, string, bool> Matches)
{
    // Sets, dates, addresses and binary values are not here: the program uses none of them.
    private static readonly Dictionary<string, ConditionOperator> Known = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = new(false, _ => true, SameText),
        ["StringNotEquals"] = new(true, _ => true, SameText),
        ["StringLike"] = new(false, _ => true, LikeText),
        ["StringNotLike"] = new(true, _ => true, LikeText),
        // "ArnEquals and ArnLike behave identically", both with wildcards in each part.
        ["ArnEquals"] = new(false, IsArn, LikeArn),
        ["ArnLike"] = new(false, IsArn, LikeArn),
        ["ArnNotEquals"] = new(true, IsArn, LikeArn),
        ["ArnNotLike"] = new(true, IsArn, LikeArn),
        ["Bool"] = new(false, IsFlag, (wanted, found) => wanted.Equals(found, StringComparison.OrdinalIgnoreCase)),
        ["NumericEquals"] = Numeric(order => order == 0),
        ["NumericLessThan"] = Numeric(order => order < 0),
        ["NumericLessThanEquals"] = Numeric(order => order <= 0),
        ["NumericGreaterThan"] = Numeric(order => order > 0),
        ["NumericGreaterThanEquals"] = Numeric(order => order >= 0),
    };

    /// <exception cref="PolicyRefusedException">It is not known here.</exception>
    public static ConditionOperator Named(string name) => Known.TryGetValue(name, out var known)
        ? known
        : throw new PolicyRefusedException($"The condition operator {name} is not known here.");

    public static bool IsFlag(string value) => bool.TryParse(value, out _);

    private static bool IsArn(string value) => Arn.TryParse(value, out _);

    private static bool SameText(string wanted, string found) => wanted == found;

    private static bool LikeText(string wanted, string found) => Wildcard.Matches(wanted, found);

    /// <remarks>What holds of a request's value that is no ARN is not documented, and no service sends one.</remarks>
    private static bool LikeArn(string wanted, string found) => Arn.Parse(wanted).Matches(Arn.Parse(found));

    private static ConditionOperator Numeric(Func<int, bool> holds) => new(
        false,
        value => Number(value) is not null,
        (wanted, found) =>
            Number(wanted) is { } bound && Number(found) is { } number && holds(number.CompareTo(bound)));

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
