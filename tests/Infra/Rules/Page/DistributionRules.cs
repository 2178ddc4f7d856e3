using System.Collections.Immutable;
using System.IO.Enumeration;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules.Values;

namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>How CloudFront answers: found out by asking it for paths.</summary>
internal static class DistributionRules
{
    private const string Type = "aws:cloudfront/distribution:Distribution";

    // CloudFront's own policies:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private static readonly string[] PagePaths =
        ["/", "/index.html", "/app.js", "/call/export/captions.js", "/openapi.json"];
    private static readonly string[] ApiPaths =
        ["/analytics", "/analytics/count", "/analytics/0123/audio", "/analytics/uploads"];

    public static IEnumerable<string> The_page_is_cached_and_read_from_its_bucket(RecordedProgram program) =>
        Asked(program, PagePaths, [
            ("cachePolicyId", CachingOptimized), ("originRequestPolicyId", null),
            ("viewerProtocolPolicy", "redirect-to-https"),
            ("allowedMethods", (string[])["GET", "HEAD", "OPTIONS"]), ("cachedMethods", (string[])["GET", "HEAD"]),
            ("compress", true),
            ("responseHeadersPolicyId", Headers(program)),
            ("domainName", Bucket(program, "bucket_regional_domain_name")),
        ]);

    public static IEnumerable<string> The_API_is_never_cached_and_gets_all_that_a_caller_sends(
        RecordedProgram program) => Asked(program, ApiPaths, [
            ("cachePolicyId", CachingDisabled), ("originRequestPolicyId", AllViewerExceptHostHeader),
            ("viewerProtocolPolicy", "https-only"),
            // CloudFront knows no set with POST that has fewer.
            ("allowedMethods", program.Settings.Uploads
                ? (string[])["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
                : ["GET", "HEAD", "OPTIONS"]),
            ("responseHeadersPolicyId", Headers(program)),
            ("domainName", $"{Api(program)}.execute-api.{program.Settings.Region}.amazonaws.com"),
            ("originPath", $"/{Stack.Reference(program, "aws:apigateway/stage:Stage", Stack.Api, "stage_name")}"),
            ("customOriginConfig.originProtocolPolicy", "https-only"), ("customOriginConfig.httpsPort", 443),
            ("customOriginConfig.originSslProtocols", (string[])["TLSv1.2"]),
        ]);

    public static IEnumerable<string> The_bucket_is_asked_with_a_signature(RecordedProgram program) =>
    [
        .. Asked(program, PagePaths, [(
            "originAccessControlId",
            Stack.Reference(
                program, "aws:cloudfront/originAccessControl:OriginAccessControl", $"{Stack.Prefix}page", "id"))]),
        .. Inputs.UnlikeOne(
            program, "aws:cloudfront/originAccessControl:OriginAccessControl", null,
            ("originAccessControlOriginType", "s3"), ("signingBehavior", "always"), ("signingProtocol", "sigv4")),
    ];

    public static IEnumerable<string> The_distribution_is_on_and_as_cheap_as_may_be(RecordedProgram program) =>
        Inputs.UnlikeOne(
            program, Type, null,
            ("enabled", true), ("isIpv6Enabled", true), ("httpVersion", "http2and3"), ("priceClass", "PriceClass_100"),
            ("defaultRootObject", "index.html"), ("restrictions.geoRestriction.restrictionType", "none"));

    /// <summary>CloudFront keeps an origin's 5xx for ten seconds unless it is told not to.</summary>
    public static IEnumerable<string> No_failure_of_the_API_is_answered_to_others(RecordedProgram program)
    {
        var kept = program.Of(Type)
            .SelectMany(one => one.List("customErrorResponses")).Cast<ImmutableDictionary<string, object>>()
            .ToLookup(one => one["errorCode"], one => one.GetValueOrDefault("errorCachingMinTtl"));
        return ((double[])[500, 501, 502, 503, 504])
            .Where(code => !kept[code].SequenceEqual([0.0]))
            .Select(
                code => $"CloudFront keeps a {code} for {string.Join(" and ", kept[code].DefaultIfEmpty("ten"))} "
                    + "seconds, expected none.");
    }

    public static IEnumerable<string> The_page_has_the_name_certificate_and_firewall_of_the_settings(
        RecordedProgram program)
    {
        var (domain, acl) = (program.Settings.Domain, program.Settings.WebAclArn);
        return Inputs.UnlikeOne(program, Type, null,
        [
            ("webAclId", acl.Length > 0 ? acl : null),
            .. domain is null
                ? new (string, object?)[]
                {
                    ("viewerCertificate.cloudfrontDefaultCertificate", true), ("aliases.0", null),
                }
                :
                [
                    ("aliases", new[] { domain.Name }), ("viewerCertificate.acmCertificateArn", domain.CertificateArn),
                    ("viewerCertificate.sslSupportMethod", "sni-only"),
                    ("viewerCertificate.minimumProtocolVersion", "TLSv1.2_2021"),
                ],
        ]);
    }

    private static IEnumerable<string> Asked(
        RecordedProgram program, string[] paths, (string Path, object? Value)[] expected)
    {
        var (distribution, missing) = Inputs.One(program, Type);
        return distribution is null
            ? missing : paths.SelectMany(path => Inputs.Unlike(Behaviour(distribution, path), expected)).Distinct();
    }

    /// <summary>The behaviour that a path has, with its origin.</summary>
    private static Registration Behaviour(Registration distribution, string path)
    {
        var behaviour = distribution.List("orderedCacheBehaviors").Cast<ImmutableDictionary<string, object>>()
            .FirstOrDefault(
                one => FileSystemName.MatchesSimpleExpression((string)one["pathPattern"], path, ignoreCase: false))
            ?? distribution.Block("defaultCacheBehavior");
        var origin = distribution.List("origins").Cast<ImmutableDictionary<string, object>>()
            .SingleOrDefault(one => one["originId"].Equals(behaviour.GetValueOrDefault("targetOriginId")));
        return distribution with
        {
            Name = $"{distribution.Name} for {path}",
            Inputs = behaviour.SetItems(origin ?? ImmutableDictionary<string, object>.Empty),
        };
    }

    private static string Api(RecordedProgram program) =>
        Stack.Reference(program, "aws:apigateway/restApi:RestApi", Stack.Api, "id");

    private static string Headers(RecordedProgram program) => Stack.Reference(
        program, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", $"{Stack.Prefix}page", "id");

    private static string Bucket(RecordedProgram program, string output) =>
        Stack.Reference(program, "aws:s3/bucket:Bucket", Stack.Of(program, "page"), output);
}
