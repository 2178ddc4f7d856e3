using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockDataAutomationRuntime;

public partial class AmazonBedrockDataAutomationRuntimeException : AmazonServiceException
{
    public AmazonBedrockDataAutomationRuntimeException()
    {
    }

    public AmazonBedrockDataAutomationRuntimeException(string message)
        : base(message)
    {
    }

    public AmazonBedrockDataAutomationRuntimeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonBedrockDataAutomationRuntimeException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonBedrockDataAutomationRuntimeException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonBedrockDataAutomationRuntimeException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
