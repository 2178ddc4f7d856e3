using Amazon.Runtime;

namespace Amazon.BedrockDataAutomationRuntime;

public partial class AmazonBedrockDataAutomationRuntimeRequest : AmazonWebServiceRequest
{
}
