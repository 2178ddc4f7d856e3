using System.Globalization;
using System.Numerics;
using CsCheck;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>Numbers as JSON spells them, at and beyond every border that a database, a decimal or a double
/// has.</summary>
internal static class Numbers
{
    private static readonly string[] Borders =
    [
        "0", "-0", "0.0", "-0.0", "0e5", "0e-999999999999", "1", "-1", "0.10", "1e2", "1E+2", "1.50e-3", "0.1e1",
        "1e125", "1E+125", "9.9999999999999999999999999999999999999E+125",
        "9.99999999999999999999999999999999999999E+125",
        "10e125", "1e126", "-1e126", "1e-130", "1.5e-130", "1e-131", "0.1e-129", "1e-400", "1e400", "-1e400",
        "1e999999999999", "1e-999999999999", "1e99999999999999999999999999999999", "2147483648", "9223372036854775808",
        "79228162514264337593543950335", "79228162514264337593543950336", "1.7976931348623157e308", "5e-324",
        "12345678901234567890123456789012345678", "123456789012345678901234567890123456789",
        "0.12345678901234567890123456789012345678", "0.123456789012345678901234567890123456789",
        new('7', 126), "1" + new string('0', 125), "1" + new string('0', 126), $"0.{new string('0', 129)}1",
        $"0.{new string('0', 130)}1", $"0.{new string('0', 200)}1e201", $"1{new string('0', 5_000)}e-5000",
    ];

    /// <summary>Each is JSON.</summary>
    public static Gen<string> Any
    {
        get
        {
            var borders = Gen.Int[0, Borders.Length - 1].Select(at => Borders[at]);
            var made = Gen.Select(
                Gen.Bool, Gen.Char['1', '9'], Gen.Char['0', '9'].Array[0, 45], Gen.Int[0, 45], Gen.Int[-180, 180],
                Gen.Bool, Made);
            return Gen.Frequency((2, borders), (3, made));
        }
    }

    private static string Made(bool isNegative, char first, char[] digits, int point, int exponent, bool hasExponent)
    {
        var whole = first + new string(digits);
        var at = 1 + (point % whole.Length);
        var number = at < whole.Length ? whole.Insert(at, ".") : whole;
        return string.Create(
            CultureInfo.InvariantCulture, $"{(isNegative ? "-" : "")}{number}{(hasExponent ? $"e{exponent}" : "")}");
    }

    /// <summary>Whether two spellings, neither of them with an exponent beyond some thousands, mean the same.</summary>
    public static bool AreEqual(string one, string other)
    {
        var ((digits, exponent), (otherDigits, otherExponent)) = (Parse(one), Parse(other));
        var low = Math.Min(exponent, otherExponent);
        return digits * BigInteger.Pow(10, exponent - low) == otherDigits * BigInteger.Pow(10, otherExponent - low);
    }

    private static (BigInteger Digits, int Exponent) Parse(string number)
    {
        var parts = number.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = BigInteger.Parse(
            parts[0].Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        // Of zero any exponent is none.
        return digits.IsZero || parts.Length == 1
            ? (digits, digits.IsZero ? 0 : -decimals)
            : (digits, int.Parse(parts[1], CultureInfo.InvariantCulture) - decimals);
    }
}
