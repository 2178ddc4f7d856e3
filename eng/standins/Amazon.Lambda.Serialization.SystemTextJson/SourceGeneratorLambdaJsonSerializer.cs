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
    // Every generated context has this constructor.
    private readonly TSGContext context =
        (TSGContext)Activator.CreateInstance(typeof(TSGContext), DefaultJsonSerializationOptions());

    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, Find<T>());

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, Find<T>());

    private JsonTypeInfo<T> Find<T>() =>
        context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new JsonSerializerException(
            $"No JsonTypeInfo registered in {context.GetType().FullName} for type {typeof(T).FullName}.");
}
