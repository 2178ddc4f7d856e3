using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>What one service's awsJson requests have in common.</summary>
/// <param name="Version">1.0 or 1.1, the protocol's.</param>
/// <param name="Unmodelled">The service's base exception, for an error the operation does not list.</param>
internal sealed record AwsJsonProtocol(
    string ServiceName,
    string TargetPrefix,
    string Version,
    string ApiVersion,
    Func<ErrorResponse, AmazonServiceException> Unmodelled);
