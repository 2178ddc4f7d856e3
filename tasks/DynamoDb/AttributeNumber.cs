using System.Globalization;

namespace CallRecording.Tasks.DynamoDb;

/// <summary>JSON's numbers as DynamoDB holds them: 38 significant digits, a magnitude from 1E-130 up to 9.99...E+125,
/// or zero (developer guide, "Supported data types"). Anything else it refuses, or would change.</summary>
internal static class AttributeNumber
{
    private const int MaxDigits = 38;
    private const int MaxExponent = 125;

    // Of the last digit, not of the first as in the guide, which does not define what happens to digits below that.
    private const int MinExponent = -130;

    // Longer exponents are of no number that fits, and of no integer that counts it.
    private const int MaxExponentDigits = 15;

    /// <param name="json">A number as JSON spells it, however long.</param>
    /// <returns>The same number in DynamoDB's spelling; null where it cannot hold it exactly.</returns>
    public static string? Exact(string json)
    {
        var isNegative = json[0] == '-';
        var (mantissa, exponent) = Split(json[(isNegative ? 1 : 0)..]);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            // -0 has a meaning of its own, and DynamoDB has only one zero.
            return isNegative ? null : "0";
        }

        var last = exponent - decimals + (digits.Length - significant.Length);
        var first = last + significant.Length - 1;
        return significant.Length <= MaxDigits && first <= MaxExponent && last >= MinExponent
            ? (isNegative ? "-" : string.Empty) + Spelled(significant, (int)last, (int)first)
            : null;
    }

    private static (string Mantissa, long Exponent) Split(string number)
    {
        var at = number.IndexOfAny(['e', 'E']);
        if (at < 0)
        {
            return (number, 0);
        }

        var text = number[(at + 1)..];
        var digits = text.TrimStart('+', '-').TrimStart('0');
        var magnitude = digits.Length switch
        {
            0 => 0,
            > MaxExponentDigits => long.MaxValue / 2,
            _ => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
        };
        return (number[..at], text[0] == '-' ? -magnitude : magnitude);
    }

    // Short numbers in decimal notation, long ones as 1.5E+100.
    private static string Spelled(string significant, int last, int first) => (last, first) switch
    {
        ( >= 0, < MaxDigits) => significant + new string('0', last),
        ( < 0 and > -MaxDigits, >= 0) => significant.Insert(first + 1, "."),
        ( < 0 and > -MaxDigits, _) => "0." + new string('0', -first - 1) + significant,
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{significant[0]}{(significant.Length > 1 ? "." : string.Empty)}{significant[1..]}E{first:+0;-0}"),
    };
}
