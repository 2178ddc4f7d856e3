using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class InternalServerException(
    string message,
    Exception innerException,
    ErrorType errorType,
    string errorCode,
    string requestId,
    HttpStatusCode statusCode)
    : AmazonBedrockDataAutomationRuntimeException(message, innerException, errorType, errorCode, requestId, statusCode);
