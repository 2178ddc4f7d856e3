using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public partial class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest
{
}
