using CsCheck;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>What publishers may say of a call beyond what is asked: any JSON object, as text.</summary>
internal static class Metadata
{
    private const int MaxNesting = 34;

    public static Gen<string> Any
    {
        get
        {
            var texts = Texts.Of().Select(text => Quoted(text));
            var flat = Gen.Frequency(
                (5, Numbers.Any), (2, texts), (1, Gen.Int[0, 2].Select(at => new[] { "null", "true", "false" }[at])));
            var names = Texts
                .Of("score", "agent", "__proto__", "constructor", "toString", "length", new string('n', 300))
                .Select(text => Quoted(text));
            var lists = flat.Array[0, 4].Select(values => $"[{string.Join(',', values)}]");
            var objects = Gen.Select(names, Gen.Frequency((3, flat), (1, lists))).Array[0, 4]
                .Select(members => Of(members));
            var nested = Gen.Select(objects, Gen.Int[1, MaxNesting]).Select((inner, levels) => Nested(inner, levels));
            return Gen.Frequency(
                (6, objects), (2, Gen.Select(names, objects).Array[1, 2].Select(members => Of(members))), (1, nested));
        }
    }

    // Half of a surrogate pair stays one: escaped, as a publisher would send it.
    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is < ' ' or '"' or '\\' or > '~' ? $"\\u{(int)c:x4}" : c.ToString()))}\"";

    private static string Of(IEnumerable<(string Name, string Value)> members) =>
        $"{{{string.Join(',', members.Select(member => $"{member.Name}:{member.Value}"))}}}";

    private static string Nested(string inner, int levels) =>
        string.Concat(Enumerable.Repeat("{\"in\":[", levels / 2))
            + inner + string.Concat(Enumerable.Repeat("]}", levels / 2));
}
