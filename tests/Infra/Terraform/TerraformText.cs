using System.Text;
using System.Text.RegularExpressions;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>Names and text as Terraform's JSON has them.</summary>
internal static partial class TerraformText
{
    public static string Name(string name) => NotInNames().Replace(name, "_");

    public static string Reference(string type, string name, string attribute) =>
        $"${{{type}.{Name(name)}.{attribute}}}";

    /// <summary>Text in which only our own references are templates.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        var from = 0;
        foreach (Match reference in OurReference().Matches(text))
        {
            escaped.Append(Plain(text[from..reference.Index])).Append(reference.Value);
            from = reference.Index + reference.Length;
        }

        return escaped.Append(Plain(text[from..])).ToString();
    }

    private static string Plain(string text) =>
        text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    [GeneratedRegex("[^A-Za-z0-9_-]", RegexOptions.None, 1000)]
    private static partial Regex NotInNames();

    [GeneratedRegex(@"\$\{aws_[a-z0-9_]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_.]+\}", RegexOptions.None, 1000)]
    private static partial Regex OurReference();
}
