using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext context;

    public SourceGeneratorLambdaJsonSerializer()
        : this(null, null, null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(null, customizer, null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
        : this(null, null, jsonWriterCustomizer)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : this(null, customizer, jsonWriterCustomizer)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(
        TSGContext jsonSerializerContext,
        Action<JsonSerializerOptions> customizer = null,
        Action<JsonWriterOptions> jsonWriterCustomizer = null)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
        context = jsonSerializerContext ?? Create(SerializerOptions);
    }

    protected JsonSerializerOptions SerializerOptions { get; }

    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, Find<T>());

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, Find<T>());

    private JsonTypeInfo<T> Find<T>() =>
        context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new JsonSerializerException(
            $"No JsonTypeInfo registered in {context.GetType().FullName} for type {typeof(T).FullName}.");

    // Every generated context has this constructor.
    private static TSGContext Create(JsonSerializerOptions options) =>
        (TSGContext)Activator.CreateInstance(typeof(TSGContext), options);
}
