using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Writes outputs and inputs as their values, and adds up what they were.</summary>
internal sealed class OutputJsonConverterFactory(OutputSum sum) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ValueType(typeToConvert) is not null;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => ValueType(typeToConvert) is { } value
            ? (JsonConverter?)Activator.CreateInstance(
                typeof(OutputJsonConverter<,>).MakeGenericType(typeToConvert, value), sum)
            : null;

    private static Type? ValueType(Type type)
    {
        if (!type.IsConstructedGenericType)
        {
            return null;
        }

        var argument = type.GenericTypeArguments[0];
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Output<>) || definition == typeof(Input<>))
        {
            return argument;
        }

        if (definition == typeof(InputList<>))
        {
            return typeof(ImmutableArray<>).MakeGenericType(argument);
        }

        return definition == typeof(InputMap<>)
            ? typeof(ImmutableDictionary<,>).MakeGenericType(typeof(string), argument)
            : null;
    }
}
