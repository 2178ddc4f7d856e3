using CallRecording.Infra.Api;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;
using Pulumi.Aws.S3;

namespace CallRecording.Infra.Web;

/// <summary>CloudFront in front of the page's bucket and of the API: one address, so the page needs no CORS.</summary>
internal sealed class PageDistribution : ComponentResource
{
    private const string PageOrigin = "page";
    private const string ApiOrigin = "api";

    // CloudFront's own policies:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string MinTlsVersion = "TLSv1.2_2021";

    private static readonly int[] KeptErrors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    public PageDistribution(StackSettings settings, AnalyticsApi api, Bucket bucket, ComponentResourceOptions options)
        : base("call-recording:web:PageDistribution", Names.Of("page-distribution"), options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var access = new OriginAccessControl(
            Names.Of("page"),
            new()
            {
                Name = $"{settings.Project}-{settings.Environment}-page",
                OriginAccessControlOriginType = "s3",
                SigningBehavior = "always",
                SigningProtocol = "sigv4",
            },
            child);
        var headers = new ResponseHeadersPolicy(
            Names.Of("page"), SecurityHeaders.Args(settings, api.Users?.SignIn), child);
        Distribution = new Distribution(
            Names.Of("page"),
            new()
            {
                Comment = $"Call recordings, {settings.Environment}",
                Enabled = true,
                IsIpv6Enabled = true,
                HttpVersion = "http2and3",
                PriceClass = "PriceClass_100",
                DefaultRootObject = "index.html",
                Origins = { FromBucket(bucket, access), FromApi(settings, api) },
                DefaultCacheBehavior = Page(headers),
                OrderedCacheBehaviors = { Api(settings, headers) },
                Restrictions = new DistributionRestrictionsArgs
                {
                    GeoRestriction = new DistributionRestrictionsGeoRestrictionArgs { RestrictionType = "none" },
                },
                Aliases = settings.Domain is { } domain ? [domain.Name] : [],
                ViewerCertificate = Certificate(settings.Domain),
                WebAclId = settings.WebAclArn.Length > 0 ? (Input<string>)settings.WebAclArn : null,
                CustomErrorResponses = NoStaleErrors(),
            },
            child);
        RegisterOutputs();
    }

    public Distribution Distribution { get; }

    private static DistributionViewerCertificateArgs Certificate(PageDomain? domain) => domain is null
        ? new() { CloudfrontDefaultCertificate = true }
        : new()
        {
            AcmCertificateArn = domain.CertificateArn,
            SslSupportMethod = "sni-only",
            MinimumProtocolVersion = MinTlsVersion,
        };

    /// <summary>CloudFront keeps an origin's errors for ten seconds, whatever the cache policy says, and would answer
    /// others with them, signed in or not:
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html.</summary>
    private static DistributionCustomErrorResponseArgs[] NoStaleErrors() =>
    [
        .. KeptErrors.Select(
            code => new DistributionCustomErrorResponseArgs { ErrorCode = code, ErrorCachingMinTtl = 0 }),
    ];

    private static DistributionOriginArgs FromBucket(Bucket bucket, OriginAccessControl access) => new()
    {
        OriginId = PageOrigin,
        DomainName = bucket.BucketRegionalDomainName,
        OriginAccessControlId = access.Id,
    };

    private static DistributionOriginArgs FromApi(StackSettings settings, AnalyticsApi api) => new()
    {
        OriginId = ApiOrigin,
        DomainName = Output.Format($"{api.RestApi.Id}.execute-api.{settings.Region}.amazonaws.com"),
        OriginPath = Output.Format($"/{api.Stage.StageName}"),
        CustomOriginConfig = new DistributionOriginCustomOriginConfigArgs
        {
            HttpPort = 80,
            HttpsPort = 443,
            OriginProtocolPolicy = "https-only",
            OriginSslProtocols = { "TLSv1.2" },
        },
    };

    private static DistributionDefaultCacheBehaviorArgs Page(ResponseHeadersPolicy headers) => new()
    {
        TargetOriginId = PageOrigin,
        ViewerProtocolPolicy = "redirect-to-https",
        AllowedMethods = { "GET", "HEAD", "OPTIONS" },
        CachedMethods = { "GET", "HEAD" },
        CachePolicyId = CachingOptimized,
        ResponseHeadersPolicyId = headers.Id,
        Compress = true,
    };

    private static DistributionOrderedCacheBehaviorArgs Api(StackSettings settings, ResponseHeadersPolicy headers) =>
        new()
        {
            PathPattern = "/analytics*",
            TargetOriginId = ApiOrigin,
            ViewerProtocolPolicy = "https-only",
            // CloudFront knows no set with POST that has fewer.
            AllowedMethods = settings.Uploads
                ? ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
                : ["GET", "HEAD", "OPTIONS"],
            CachedMethods = { "GET", "HEAD" },
            CachePolicyId = CachingDisabled,
            OriginRequestPolicyId = AllViewerExceptHostHeader,
            ResponseHeadersPolicyId = headers.Id,
            Compress = true,
        };
}
