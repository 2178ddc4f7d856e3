using System.Collections;
using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A message with {Name} or {Name:format} where arguments go, in their order; without any, as it is.</summary>
/// <remarks>Doubled braces stay doubled, as the package leaves them.</remarks>
internal sealed class MessageTemplate
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private readonly List<NamedArgument> arguments = [];

    public MessageTemplate(string template, object[] args) =>
        Text = args.Length == 0 ? template : Fill(template, args);

    public string Text { get; }

    public IReadOnlyList<NamedArgument> Arguments => arguments;

    private string Fill(string template, object[] args)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < template.Length)
        {
            var isDoubled = template[at] == '{' && at + 1 < template.Length && template[at + 1] == '{';
            var end = template[at] == '{' && !isDoubled ? template.IndexOf('}', at) : -1;
            if (end > at + 1 && arguments.Count < args.Length)
            {
                var argument = NamedArgument.Of(template[(at + 1)..end], args[arguments.Count]);
                arguments.Add(argument);
                text.Append(InMessage(argument) ?? template[at..(end + 1)]);
                at = end + 1;
            }
            else
            {
                var length = isDoubled ? 2 : 1;
                text.Append(template, at, length);
                at += length;
            }
        }

        return text.ToString();
    }

    /// <returns>Null of what has no place in a message: nothing, lists and maps.</returns>
    private static string InMessage(NamedArgument argument) => argument.Value switch
    {
        null or IList or IDictionary => null,
        _ when argument.Formatted is { } formatted => formatted,
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };
}
