using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>Parameters or ResultSelector: JSON in which a field <c>x.$</c> takes its value from a path.</summary>
internal abstract record PayloadTemplate
{
    private const string PathSuffix = ".$";

    /// <param name="error">Makes the exception for a problem in the template.</param>
    public static PayloadTemplate Parse(JsonNode? node, Func<string, Exception> error) => node switch
    {
        JsonObject json => new ObjectTemplate([.. json.Select(field => ParseField(field.Key, field.Value, error))]),
        JsonArray array => new ArrayTemplate([.. array.Select(element => Parse(element, error))]),
        _ => new Literal(node),
    };

    /// <returns>Nodes of its own: nothing is shared with the data.</returns>
    /// <exception cref="PathNotFoundException">A path leads nowhere.</exception>
    public abstract JsonNode? Fill(Scope scope);

    private static (string Name, PayloadTemplate Value) ParseField(
        string name,
        JsonNode? value,
        Func<string, Exception> error)
    {
        if (!name.EndsWith(PathSuffix, StringComparison.Ordinal))
        {
            return (name, Parse(value, error));
        }

        if (value?.GetValueKind() is not JsonValueKind.String)
        {
            throw error($"{name} is {StateJson.Write(value)}, expected a path");
        }

        if (!ReferencePath.TryParse(value.GetValue<string>(), out var path, out var problem))
        {
            throw error($"{name}: {problem}");
        }

        return (name[..^PathSuffix.Length], new Reference(name, path));
    }

    private sealed record Literal(JsonNode? Value) : PayloadTemplate
    {
        public override JsonNode? Fill(Scope scope) => Value?.DeepClone();
    }

    private sealed record Reference(string Field, ReferencePath Path) : PayloadTemplate
    {
        public override JsonNode? Fill(Scope scope) => scope.TryRead(Path, out var value)
            ? value?.DeepClone()
            : throw new PathNotFoundException(
                $"The JSONPath '{Path.Text}' specified for the field '{Field}' could not be found in the input "
                + $"'{StateJson.Write(scope.RootOf(Path))}'");
    }

    private sealed record ObjectTemplate(IReadOnlyList<(string Name, PayloadTemplate Value)> Fields) : PayloadTemplate
    {
        public override JsonNode Fill(Scope scope)
        {
            var filled = new JsonObject();
            foreach (var (name, value) in Fields)
            {
                filled[name] = value.Fill(scope);
            }

            return filled;
        }
    }

    private sealed record ArrayTemplate(IReadOnlyList<PayloadTemplate> Elements) : PayloadTemplate
    {
        public override JsonNode Fill(Scope scope) =>
            new JsonArray([.. Elements.Select(element => element.Fill(scope))]);
    }
}
