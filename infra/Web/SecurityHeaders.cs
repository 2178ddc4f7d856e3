using CallRecording.Infra.Settings;
using CallRecording.Infra.Uploads;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace CallRecording.Infra.Web;

/// <summary>What every answer of the page tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    private const int TwoYearsSeconds = 2 * 365 * 86400;

    public static ResponseHeadersPolicyArgs Args(StackSettings settings, string? signIn) => new()
    {
        Name = $"{settings.Project}-{settings.Environment}-page",
        SecurityHeadersConfig = new ResponseHeadersPolicySecurityHeadersConfigArgs
        {
            ContentSecurityPolicy = new ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs
            {
                ContentSecurityPolicy = ContentSecurityPolicy(settings, signIn),
                Override = true,
            },
            ContentTypeOptions = new ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs
            {
                Override = true,
            },
            FrameOptions = new ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs
            {
                FrameOption = "DENY",
                Override = true,
            },
            ReferrerPolicy = new ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs
            {
                ReferrerPolicy = "no-referrer",
                Override = true,
            },
            StrictTransportSecurity = new ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs
            {
                AccessControlMaxAgeSec = TwoYearsSeconds,
                IncludeSubdomains = true,
                Override = true,
            },
        },
    };

    /// <summary>Allows the page's own address, audio from S3, and the sign-in page.</summary>
    private static string ContentSecurityPolicy(StackSettings settings, string? signIn) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        $"connect-src 'self'{(signIn is null ? "" : $" {signIn}")}{Uploads(settings)}",
        $"media-src 'self' https://{settings.RecordingsBucket}.s3.{settings.Region}.amazonaws.com "
        + $"https://{settings.RecordingsBucket}.s3.amazonaws.com{Uploads(settings)}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    /// <summary>Where uploads are put to and played from, as S3 clients spell it.</summary>
    private static string Uploads(StackSettings settings)
    {
        var bucket = UploadsAccess.Bucket(settings);
        return settings.Uploads
            ? $" https://{bucket}.s3.{settings.Region}.amazonaws.com https://{bucket}.s3.amazonaws.com"
            : "";
    }
}
