using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using Pulumi;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>A recorded program in Terraform's JSON, for a provider of an older generation than the one that Pulumi.Aws
/// is bridged from.</summary>
internal sealed class TerraformProgram
{
    private const string Provider = "pulumi:providers:aws";

    private readonly List<string> unmapped = [];

    public TerraformProgram(RecordedProgram program)
    {
        var resources = new JsonObject();
        foreach (var one in program.Resources.Where(one => IsOfAws(one.Type)))
        {
            if (!ResourceTypes.All.TryGetValue(one.Type, out var type))
            {
                unmapped.Add($"{one.Type} {one.Name}");
                continue;
            }

            if (resources[type.Terraform] is not JsonObject ofType)
            {
                resources[type.Terraform] = ofType = [];
            }

            ofType[TerraformText.Name(one.Name)] = Resource(one, type);
        }

        Module = new() { ["resource"] = resources };
    }

    public JsonObject Module { get; }

    /// <summary>Types and properties that Terraform does not have.</summary>
    public IReadOnlyList<string> Unmapped => unmapped;

    private static bool IsOfAws(string type) => type.StartsWith("aws:", StringComparison.Ordinal) && type != Provider;

    private JsonObject Resource(Registration one, ResourceType type)
    {
        var json = Block(one.Inputs, type.Inputs, $"{one.Type} {one.Name}");
        FillIn(one, type, json);
        unmapped.AddRange(
            OlderProvider.Translate(type.Terraform, json).Select(what => $"{one.Type} {one.Name}: {what}"));
        var dependencies = one.DependsOn
            .Where(on => ResourceTypes.All.ContainsKey(on.Type))
            .Select(on => (JsonNode)$"{ResourceTypes.All[on.Type].Terraform}.{TerraformText.Name(on.Name)}");
        if (dependencies.ToArray() is { Length: > 0 } named)
        {
            json["depends_on"] = new JsonArray(named);
        }

        return json;
    }

    /// <summary>What Pulumi's bridge adds.</summary>
    private static void FillIn(Registration one, ResourceType type, JsonObject json)
    {
        // Pulumi makes up a name where the program has none.
        if (type.Inputs.Values.FirstOrDefault(
            property => property is { Terraform: "name", Required: true }) is not null)
        {
            json["name"] ??= $"{TerraformText.Name(one.Name)}-auto";
        }
    }

    private JsonObject Block(
        ImmutableDictionary<string, object> inputs, IReadOnlyDictionary<string, Property> properties, string where)
    {
        var json = new JsonObject();
        foreach (var (name, value) in inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            if (!properties.TryGetValue(name, out var property))
            {
                unmapped.Add($"{where}.{name}");
                continue;
            }

            json[property.Terraform] = property.Block is { } block
                ? Blocks(value, block, $"{where}.{name}")
                : Value(value, property.Type);
        }

        return json;
    }

    private JsonArray Blocks(object value, IReadOnlyDictionary<string, Property> block, string where)
    {
        var items = value is ImmutableArray<object> list ? list : [value];
        return
        [
            .. items.Select(item => item is ImmutableDictionary<string, object> inputs
                ? Block(inputs, block, where)
                : Refused(item, where)),
        ];
    }

    private JsonObject Refused(object item, string where)
    {
        unmapped.Add($"{where} is {item}, expected a block");
        return [];
    }

    private static JsonNode? Value(object value, string? type)
    {
        var json = Plain(value);
        // Pulumi flattens lists that hold one thing at most.
        return type is not null
            && (type.StartsWith("list", StringComparison.Ordinal) || type.StartsWith("set", StringComparison.Ordinal))
            && json is not JsonArray
            ? new JsonArray(json)
            : json;
    }

    private static JsonNode? Plain(object? value) => value switch
    {
        null => null,
        string text => TerraformText.Escaped(text),
        bool flag => flag,
        double number when number == Math.Truncate(number) => (long)number,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        AssetOrArchive => "published",
        ImmutableArray<object> list => new JsonArray([.. list.Select(Plain)]),
        ImmutableDictionary<string, object> map => new JsonObject(
            map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(
                pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))),
        _ => throw new NotSupportedException($"{value.GetType()} has no place in Terraform's JSON."),
    };
}
