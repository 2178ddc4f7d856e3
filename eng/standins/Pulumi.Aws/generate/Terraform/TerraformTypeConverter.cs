using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallRecording.Standins.PulumiAws.Terraform;

/// <summary>Terraform writes <c>"string"</c> and <c>["list", "string"]</c>.</summary>
internal sealed class TerraformTypeConverter : JsonConverter<TerraformType>
{
    public override TerraformType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonNode.Parse(ref reader) switch
        {
            JsonArray { Count: 2 } pair => new TerraformType(
                pair[0]!.GetValue<string>(), // Terraform names every collection
                pair[1] is JsonValue element ? element.GetValue<string>() : TerraformType.TooDeep),
            JsonValue primitive => new TerraformType(TerraformType.NoCollection, primitive.GetValue<string>()),
            var other => throw new JsonException($"An attribute's type is '{other}', expected a name or a pair."),
        };

    public override void Write(Utf8JsonWriter writer, TerraformType value, JsonSerializerOptions options)
    {
        if (value.IsPrimitive)
        {
            writer.WriteStringValue(value.Element);
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(value.Collection);
        writer.WriteStringValue(value.Element);
        writer.WriteEndArray();
    }
}
