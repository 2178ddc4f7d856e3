using System.Net;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>The exceptions of the errors that Publish lists, by their codes; any other is the service's.</summary>
internal static class PublishErrors
{
    public static AmazonSimpleNotificationServiceException Of(
        ErrorResponse error, Exception inner, HttpStatusCode status)
    {
        var (text, type, code, id) = (error.Message, error.Type, error.Code, error.RequestId);
        return code switch
        {
            "AuthorizationError" => new AuthorizationErrorException(text, inner, type, code, id, status),
            "EndpointDisabled" => new EndpointDisabledException(text, inner, type, code, id, status),
            "InternalError" => new InternalErrorException(text, inner, type, code, id, status),
            "InvalidParameter" => new InvalidParameterException(text, inner, type, code, id, status),
            "ParameterValueInvalid" => new InvalidParameterValueException(text, inner, type, code, id, status),
            "InvalidSecurity" => new InvalidSecurityException(text, inner, type, code, id, status),
            "KMSAccessDenied" => new KMSAccessDeniedException(text, inner, type, code, id, status),
            "KMSDisabled" => new KMSDisabledException(text, inner, type, code, id, status),
            "KMSInvalidState" => new KMSInvalidStateException(text, inner, type, code, id, status),
            "KMSNotFound" => new KMSNotFoundException(text, inner, type, code, id, status),
            "KMSOptInRequired" => new KMSOptInRequiredException(text, inner, type, code, id, status),
            "KMSThrottling" => new KMSThrottlingException(text, inner, type, code, id, status),
            "NotFound" => new NotFoundException(text, inner, type, code, id, status),
            "PlatformApplicationDisabled" =>
                new PlatformApplicationDisabledException(text, inner, type, code, id, status),
            "ValidationException" => new ValidationException(text, inner, type, code, id, status),
            _ => new AmazonSimpleNotificationServiceException(text, inner, type, code, id, status),
        };
    }
}
