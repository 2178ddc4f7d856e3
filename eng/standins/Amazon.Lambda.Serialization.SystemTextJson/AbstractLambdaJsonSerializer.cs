using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

public abstract class AbstractLambdaJsonSerializer
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            using var bytes = new MemoryStream();
            requestStream.CopyTo(bytes);
            return InternalDeserialize<T>(bytes.ToArray());
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {e.Message}",
                e);
        }
    }

    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} "
                    + $"from the Lambda function to JSON: {e.Message}",
                e);
        }
    }

    protected static JsonSerializerOptions DefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);
}
