using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

internal sealed class OutputJsonConverter<TOutput, TValue>(OutputSum sum) : JsonConverter<TOutput>
{
    public override TOutput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException($"Reading {typeToConvert} from JSON is not part of this stand-in.");

    public override void Write(Utf8JsonWriter writer, TOutput value, JsonSerializerOptions options)
    {
        var output = value as IOutput ?? ((IInput)value!).ToOutput();
        // A converter cannot await.
        var data = output.GetDataAsync().GetAwaiter().GetResult();
        sum.Add(data);
        if (data.IsKnown)
        {
            JsonSerializer.Serialize(writer, (TValue?)data.Value, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
