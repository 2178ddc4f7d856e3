using System.Text.Json.Nodes;

namespace CallRecording.Emulators.Bda.Requests;

/// <summary>Reads one structure of a request and gathers what is wrong with it, in the service's words.</summary>
internal sealed class StructureReader(JsonObject structure, string path, List<string> errors)
{
    public string? Text(string name, int min, int max, string? pattern = null, bool required = false)
    {
        if (Value<string>(name, "a string", required) is not { } text)
        {
            return null;
        }

        if (text.Length < min || text.Length > max)
        {
            Blame(name, text, text.Length < min
                ? $"Member must have length greater than or equal to {min}"
                : $"Member must have length less than or equal to {max}");
        }
        else if (pattern is not null && !Patterns.Fits(pattern, text))
        {
            Blame(name, text, "Member must satisfy regular expression pattern: " + pattern);
        }

        return text;
    }

    public string? Choice(string name, params string[] words)
    {
        var word = Value<string>(name, "a string", required: false);
        if (word is not null && !words.Contains(word, StringComparer.Ordinal))
        {
            Blame(name, word, $"Member must satisfy enum value set: [{string.Join(", ", words)}]");
        }

        return word;
    }

    public void Flag(string name, bool required) => Value<bool>(name, "a boolean", required);

    public void Number(string name, long min)
    {
        if (Value<long>(name, "an integer", required: true) is var number
            && structure[name] is not null
            && number < min)
        {
            Blame(name, $"{number}", $"Member must have value greater than or equal to {min}");
        }
    }

    public StructureReader? Structure(string name, bool required = false) =>
        Node<JsonObject>(name, "an object", required) is { } node
            ? new StructureReader(node, Path(name), errors)
            : null;

    public void List(string name, int min, int max, Action<StructureReader> readItem)
    {
        if (Node<JsonArray>(name, "an array", required: false) is not { } list)
        {
            return;
        }

        CheckSize(name, list.Count, min, max);
        for (var index = 0; index < Math.Min(list.Count, max); index++)
        {
            var item = list[index] as JsonObject ?? throw Misread($"{Path(name)}.{index + 1}.member", "an object");
            readItem(new StructureReader(item, $"{Path(name)}.{index + 1}.member", errors));
        }
    }

    public void Map(string name, int min, int max, Action<StructureReader, string> readValue)
    {
        if (Node<JsonObject>(name, "an object", required: false) is not { } map)
        {
            return;
        }

        CheckSize(name, map.Count, min, max);
        foreach (var (key, _) in map)
        {
            readValue(new StructureReader(map, Path(name), errors), key);
        }
    }

    private void CheckSize(string name, int count, int min, int max)
    {
        if (count < min || count > max)
        {
            Blame(name, $"of {count}", $"Member must have length from {min} to {max}");
        }
    }

    private T? Value<T>(string name, string kind, bool required) =>
        Node<JsonValue>(name, kind, required) is not { } node ? default
        : node.TryGetValue<T>(out var value) ? value
        : throw Misread(Path(name), kind);

    private T? Node<T>(string name, string kind, bool required)
        where T : JsonNode
    {
        if (structure[name] is { } node)
        {
            return node as T ?? throw Misread(Path(name), kind);
        }

        if (required)
        {
            errors.Add($"Value null at '{Path(name)}' failed to satisfy constraint: Member must not be null");
        }

        return null;
    }

    private void Blame(string name, string value, string constraint) =>
        errors.Add($"Value '{value}' at '{Path(name)}' failed to satisfy constraint: {constraint}");

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static Protocol.AwsFault Misread(string path, string kind) =>
        new("SerializationException", $"'{path}' is not {kind}.");
}
