using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace AwsJson;

internal sealed class AwsJsonUnmarshaller(
    AwsJsonProtocol protocol,
    Func<JsonElement, AmazonWebServiceResponse> read,
    ModelledError[] errors) : JsonResponseUnmarshaller
{
    // The size Core's own readers start with; they grow it by themselves.
    private const int ReaderBufferBytes = 4096;

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = JsonDocument.Parse(input.Stream, new JsonDocumentOptions { MaxDepth = input.JsonMaxDepth });
        return read(body.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream, ReaderBufferBytes, input.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var modelled = Array.Find(errors, candidate => candidate.Code == error.Code);
        return modelled?.Read(error, Body(input)) ?? protocol.Unmodelled(error);
    }

    // An error may come from a proxy on the way, with any body or none.
    private static JsonElement Body(JsonUnmarshallerContext input)
    {
        try
        {
            return JsonElement.Parse(input.GetResponseBodyBytes());
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
