using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsJson;

internal sealed class AwsJsonMarshaller<TRequest>(
    AwsJsonProtocol protocol,
    string operation,
    Action<TRequest, Utf8JsonWriter> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, protocol.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = Body((TRequest)input),
        };
        request.Headers["Content-Type"] = $"application/x-amz-json-{protocol.Version}";
        request.Headers["X-Amz-Target"] = $"{protocol.TargetPrefix}.{operation}";
        request.Headers["x-amz-api-version"] = protocol.ApiVersion;
        return request;
    }

    private byte[] Body(TRequest input)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(input, json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
