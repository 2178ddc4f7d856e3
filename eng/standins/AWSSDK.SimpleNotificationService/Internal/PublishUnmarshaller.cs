using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Reads the XML of an answer.</summary>
internal sealed class PublishUnmarshaller : XmlResponseUnmarshaller
{
    public static readonly PublishUnmarshaller Instance = new();

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new PublishResponse();
        while (input.Read())
        {
            if (!input.IsStartElement)
            {
                continue;
            }

            if (input.TestExpression("PublishResult/MessageId"))
            {
                response.MessageId = StringUnmarshaller.Instance.Unmarshall(input);
            }
            else if (input.TestExpression("PublishResult/SequenceNumber"))
            {
                response.SequenceNumber = StringUnmarshaller.Instance.Unmarshall(input);
            }
            else if (input.TestExpression("ResponseMetadata/RequestId"))
            {
                response.ResponseMetadata = new() { RequestId = StringUnmarshaller.Instance.Unmarshall(input) };
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) => PublishErrors.Of(
            XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input), innerException, statusCode);
}
