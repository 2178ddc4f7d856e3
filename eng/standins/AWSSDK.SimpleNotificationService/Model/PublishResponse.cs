using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public partial class PublishResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; }

    public string SequenceNumber { get; set; }
}
