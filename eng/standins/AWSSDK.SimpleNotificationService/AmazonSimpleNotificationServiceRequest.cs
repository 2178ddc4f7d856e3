using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

public partial class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest
{
}
