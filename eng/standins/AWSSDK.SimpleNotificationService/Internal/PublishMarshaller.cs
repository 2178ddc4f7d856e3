using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Publish in the query protocol: a form, which AWSSDK.Core writes of the parameters and signs.</summary>
internal sealed class PublishMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static readonly PublishMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var publish = (PublishRequest)input;
        var request = new DefaultRequest(publish, "Amazon.SimpleNotificationService");
        Put(request, "Action", "Publish");
        Put(request, "Version", "2010-03-31");
        Put(request, "Message", publish.Message);
        Put(request, "TopicArn", publish.TopicArn);
        PutAttributes(request, publish.MessageAttributes);
        return request;
    }

    private static void PutAttributes(IRequest request, Dictionary<string, MessageAttributeValue> attributes)
    {
        var number = 0;
        foreach (var (name, value) in attributes ?? [])
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"MessageAttributes.entry.{++number}");
            Put(request, $"{entry}.Name", name);
            Put(request, $"{entry}.Value.DataType", value.DataType);
            Put(request, $"{entry}.Value.StringValue", value.StringValue);
        }
    }

    private static void Put(IRequest request, string name, string value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }
}
