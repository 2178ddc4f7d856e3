using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>One operation: how its request is written, its answer read and its errors typed.</summary>
internal sealed class AwsJsonOperation<TRequest>(
    AwsJsonProtocol protocol,
    string name,
    Action<TRequest, Utf8JsonWriter> write,
    Func<JsonElement, AmazonWebServiceResponse> read,
    params ModelledError[] errors)
    where TRequest : AmazonWebServiceRequest
{
    private readonly AwsJsonMarshaller<TRequest> marshaller = new(protocol, name, write);
    private readonly AwsJsonUnmarshaller unmarshaller = new(protocol, read, errors);

    public InvokeOptions Options() =>
        new() { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller };
}
