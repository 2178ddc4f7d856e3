using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>Whether a log line matches a JSON pattern of CloudWatch Logs, for the patterns that the program uses:
/// fields compared with texts in quotes and with numbers, &amp;&amp;, || and parentheses. Source:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html.</summary>
internal sealed partial class FilterPattern
{
    private readonly string pattern;
    private readonly Queue<string> words;
    private readonly JsonNode? line;

    private FilterPattern(string pattern, JsonNode? line)
    {
        this.pattern = pattern;
        this.line = line;
        words = new(Word().Matches(pattern).Select(match => match.Value));
        if (Word().Replace(pattern, "").Trim() is { Length: > 0 } unknown)
        {
            throw Unknown(unknown);
        }
    }

    /// <param name="line">What was logged; a line that is no JSON matches nothing.</param>
    /// <exception cref="NotSupportedException">The pattern has something that is not known here.</exception>
    public static bool Matches(string pattern, string line)
    {
        var filter = new FilterPattern(pattern, Json(line));
        filter.Expect("{");
        var matches = filter.Any();
        filter.Expect("}");
        return filter.words.Count == 0 ? matches : throw filter.Unknown(filter.words.Peek());
    }

    /// <summary>The value of a selector such as <c>$.record.status</c>; null where it is not there.</summary>
    public static JsonValue? Select(string selector, JsonNode? line) =>
        selector.Split('.').Skip(1).Aggregate(line, (node, name) => (node as JsonObject)?[name]) as JsonValue;

    public static JsonNode? Json(string line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // All operands are looked at, so that an unknown one is refused behind one that decides, too.
    private bool Any()
    {
        var matches = All();
        while (words.TryPeek(out var word) && word == "||")
        {
            words.Dequeue();
            matches |= All();
        }

        return matches;
    }

    private bool All()
    {
        var matches = One();
        while (words.TryPeek(out var word) && word == "&&")
        {
            words.Dequeue();
            matches &= One();
        }

        return matches;
    }

    private bool One()
    {
        var word = Next();
        if (word == "(")
        {
            var inner = Any();
            Expect(")");
            return inner;
        }

        return word.StartsWith("$.", StringComparison.Ordinal)
            ? Compare(Select(word, line), Next(), Next())
            : throw Unknown(word);
    }

    private bool Compare(JsonValue? value, string comparison, string with)
    {
        if (with.StartsWith('"'))
        {
            // A star is a wildcard, which nothing here uses.
            return comparison == "=" && !with.Contains('*', StringComparison.Ordinal)
                ? value?.GetValueKind() is JsonValueKind.String && (string?)value == with[1..^1]
                : throw Unknown($"{comparison} {with}");
        }

        if (!double.TryParse(with, CultureInfo.InvariantCulture, out var number))
        {
            throw Unknown(with);
        }

        double? actual = value?.GetValueKind() is JsonValueKind.Number ? value.Deserialize<double>() : null;
        return comparison switch
        {
            "=" => actual == number,
            ">" => actual > number,
            ">=" => actual >= number,
            "<" => actual < number,
            "<=" => actual <= number,
            _ => throw Unknown(comparison),
        };
    }

    private string Next() => words.TryDequeue(out var word) ? word : throw Unknown("its end");

    private void Expect(string expected)
    {
        var word = Next();
        if (word != expected)
        {
            throw Unknown(word);
        }
    }

    private NotSupportedException Unknown(string word) => new($"In '{pattern}' '{word}' is not known here.");

    [GeneratedRegex(
        "\"[^\"]*\"|\\$(\\.[A-Za-z0-9_]+)+|-?[0-9]+(\\.[0-9]+)?|[A-Za-z]+|\\|\\||&&|[<>!]?=|[<>(){}]",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
