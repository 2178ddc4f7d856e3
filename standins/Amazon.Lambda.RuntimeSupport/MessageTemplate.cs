using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A message with {Name} or {Name:format} where arguments go, in their order; without any, as it is.</summary>
internal sealed class MessageTemplate
{
    private readonly List<(string Name, object Value)> holes = [];

    public MessageTemplate(string template, object[] args) =>
        Text = args.Length == 0 ? template : Fill(template, args);

    public string Text { get; }

    public IReadOnlyList<(string Name, object Value)> Arguments => holes;

    private string Fill(string template, object[] args)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < template.Length)
        {
            var c = template[at];
            var doubled = at + 1 < template.Length && template[at + 1] == c;
            var end = c == '{' && !doubled ? template.IndexOf('}', at) : -1;
            if (end > at && holes.Count < args.Length)
            {
                text.Append(FillHole(template[(at + 1)..end], args));
                at = end + 1;
            }
            else
            {
                text.Append(c);
                at += doubled && c is '{' or '}' ? 2 : 1;
            }
        }

        return text.ToString();
    }

    private string FillHole(string hole, object[] args)
    {
        var parts = hole.Split(':', 2);
        var name = parts[0].TrimStart('@').Trim();
        var format = parts.Length == 2 ? parts[1] : null;
        var value = args[holes.Count];
        holes.Add((name, value));
        return value switch
        {
            null => "null",
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }
}
