using System.Globalization;
using System.Text.RegularExpressions;

namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>Evaluates metric math for one data point: the operators, IF, and SUM(METRICS()). A missing data point makes
/// what is computed of it missing, but SUM adds up those that are there. Source:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html.</summary>
internal sealed partial class MetricMath
{
    private static readonly string[][] Operators = [["==", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/"]];

    private readonly IReadOnlyDictionary<string, double?> metrics;
    private readonly string expression;
    private readonly Queue<string> words;

    private MetricMath(string expression, IReadOnlyDictionary<string, double?> metrics)
    {
        this.expression = expression;
        this.metrics = metrics;
        words = new(Word().Matches(expression).Select(match => match.Value));
        if (Word().Replace(expression, "").Trim().Length > 0)
        {
            throw Unknown(Word().Replace(expression, "").Trim());
        }
    }

    /// <param name="metrics">By their ids; null is a missing data point.</param>
    /// <exception cref="NotSupportedException">The expression has something that is not known here.</exception>
    public static double? Evaluate(string expression, IReadOnlyDictionary<string, double?> metrics)
    {
        var math = new MetricMath(expression, metrics);
        var value = math.Level(0);
        return math.words.Count == 0 ? value : throw math.Unknown(math.words.Peek());
    }

    private double? Level(int level)
    {
        if (level == Operators.Length)
        {
            return Term();
        }

        var value = Level(level + 1);
        while (words.TryPeek(out var word) && Operators[level].Contains(word))
        {
            words.Dequeue();
            value = Computed(word, value, Level(level + 1));
        }

        return value;
    }

    private double? Term()
    {
        var word = Next();
        switch (word)
        {
            case "(":
                var inner = Level(0);
                Expect(")");
                return inner;
            case "IF":
                return If();
            case "SUM":
                foreach (var expected in (string[])["(", "METRICS", "(", ")", ")"])
                {
                    Expect(expected);
                }

                var there = metrics.Values.Where(one => one is not null).ToList();
                return there.Count == 0 ? null : there.Sum();
            default:
                return double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number
                    : metrics.TryGetValue(word, out var metric) ? metric
                    : throw Unknown(word);
        }
    }

    private double? If()
    {
        Expect("(");
        var condition = Level(0);
        Expect(",");
        var then = Level(0);
        Expect(",");
        var otherwise = Level(0);
        Expect(")");
        return condition is null ? null : condition != 0 ? then : otherwise;
    }

    private static double? Computed(string word, double? left, double? right) => (word, left, right) switch
    {
        (_, null, _) or (_, _, null) => null,
        ("+", _, _) => left + right,
        ("-", _, _) => left - right,
        ("*", _, _) => left * right,
        ("/", _, 0) => null,
        ("/", _, _) => left / right,
        ("==", _, _) => left == right ? 1 : 0,
        ("!=", _, _) => left != right ? 1 : 0,
        ("<", _, _) => left < right ? 1 : 0,
        ("<=", _, _) => left <= right ? 1 : 0,
        (">", _, _) => left > right ? 1 : 0,
        _ => left >= right ? 1 : 0,
    };

    private string Next() => words.TryDequeue(out var word) ? word : throw Unknown("its end");

    private void Expect(string expected)
    {
        var word = Next();
        if (word != expected)
        {
            throw Unknown(word);
        }
    }

    private NotSupportedException Unknown(string word) => new($"In '{expression}' '{word}' is not known here.");

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9_]*|[0-9]+(\.[0-9]+)?|[=!<>]=|[-+*/(),<>]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
