using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

internal sealed partial class Serializer
{
    private async Task<object?> MarkedAsync(string context, object value, bool keepResources)
    {
        var type = value.GetType();
        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return EnumValue(context, type, value);
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
        {
            return await FieldsAsync(context, type, value, keepResources).ConfigureAwait(false);
        }

        throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{context}");
    }

    private static object? EnumValue(string context, Type type, object value)
    {
        var convert = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
        if (convert is null || (convert.ReturnType != typeof(string) && convert.ReturnType != typeof(double)))
        {
            throw new InvalidOperationException(
                $"Expected {type.FullName} to have an explicit conversion operator to String or Double.\n\t{context}");
        }

        return convert.Invoke(null, [value]);
    }

    private async Task<object?> FieldsAsync(string context, Type type, object value, bool keepResources)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in type.GetFields(all).Where(field => field.IsInitOnly))
        {
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            result[name] = await SerializeAsync($"{context}.{name}", field.GetValue(value), keepResources)
                .ConfigureAwait(false);
        }

        return result.ToImmutable();
    }

    private static object? Json(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Json).ToImmutableArray(),
        JsonValueKind.Object => element.EnumerateObject()
            .ToImmutableDictionary(property => property.Name, property => Json(property.Value)),
        _ => null,
    };
}
