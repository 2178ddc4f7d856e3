using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules.Values;

namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>What the page's Content-Security-Policy lets a browser do: found out by letting it fetch.</summary>
internal static class ContentPolicyRules
{
    private const string HeadersType = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    private const string Policy = "securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy";

    /// <summary>Everything that a page may fetch.</summary>
    private static readonly string[] Kinds =
    [
        "script-src", "style-src", "img-src", "connect-src", "media-src", "font-src", "object-src", "frame-src",
        "worker-src",
        "manifest-src",
    ];

    /// <summary>Allowed, though nothing that the page has today is such an image; no harm comes of it.</summary>
    private static readonly (string Directive, string Source) Spare = ("img-src", "data:");

    public static IEnumerable<string> The_page_may_fetch_what_it_is_made_of(RecordedProgram program) =>
        from policy in Policies(program)
        from fetch in Needed(program)
        where policy.Allows(fetch.Directive, fetch.Address, Self(program)) is null
        select $"The page needs {fetch.Directive} {fetch.Address}, and a browser refuses it.";

    public static IEnumerable<string> A_browser_refuses_everything_else(RecordedProgram program) =>
        from policy in Policies(program)
        from fetch in Refused(program)
        let allowed = policy.Allows(fetch.Directive, fetch.Address, Self(program))
        where allowed is not null
        select $"A browser does {fetch.Directive} {fetch.Address}, because of {allowed.Value.Directive} "
            + $"{allowed.Value.Source}.";

    public static IEnumerable<string> No_source_is_allowed_that_the_page_does_not_need(RecordedProgram program) =>
        from policy in Policies(program)
        let used = Needed(program).Select(fetch => policy.Allows(fetch.Directive, fetch.Address, Self(program)))
            .ToHashSet()
        from source in policy.Sources
        where !used.Contains(source) && source != Spare
        select $"{source.Directive} allows {source.Source}, which the page does not need.";

    public static IEnumerable<string> Browsers_are_told_to_take_no_risk_with_the_page(RecordedProgram program)
    {
        const string config = "securityHeadersConfig";
        return Inputs.UnlikeOne(
            program, HeadersType, null,
            ($"{config}.contentSecurityPolicy.override", true),
            ($"{config}.contentTypeOptions.override", true),
            ($"{config}.frameOptions.frameOption", "DENY"), ($"{config}.frameOptions.override", true),
            ($"{config}.referrerPolicy.referrerPolicy", "no-referrer"), ($"{config}.referrerPolicy.override", true),
            ($"{config}.strictTransportSecurity.accessControlMaxAgeSec", 2 * 365 * 86_400),
            ($"{config}.strictTransportSecurity.includeSubdomains", true),
            ($"{config}.strictTransportSecurity.override", true));
    }

    private static IEnumerable<ContentPolicy> Policies(RecordedProgram program) =>
        program.Of(HeadersType).Select(headers => new ContentPolicy(Inputs.At(headers, Policy) as string ?? ""));

    private static IEnumerable<Fetch> Needed(RecordedProgram program)
    {
        var (self, settings) = (Self(program), program.Settings);
        return
        [
            new("script-src", $"{self}/app.js"),
            new("style-src", $"{self}/style.css"),
            new("img-src", $"{self}/icon.svg"),
            new("connect-src", $"{self}/analytics"),
            new("connect-src", $"{self}/config.json"),
            .. settings.Auth is AuthMode.Cognito
                ? [new Fetch("connect-src", $"{SignIn(program)}/oauth2/token")] : Array.Empty<Fetch>(),
            // A recording is a redirect of the API's.
            new("media-src", $"{self}/analytics/0123/audio"),
            .. Addresses(settings.RecordingsBucket, settings.Region).Select(
                bucket => new Fetch("media-src", $"{bucket}/call.mp3")),
            .. settings.Uploads
                ? Addresses(Stack.Uploads(program), settings.Region).SelectMany(bucket =>
                    new Fetch[]
                    {
                        new("connect-src", $"{bucket}/uploads/1.mp3"), new("media-src", $"{bucket}/uploads/1.mp3"),
                    })
                : [],
        ];
    }

    private static IEnumerable<Fetch> Refused(RecordedProgram program)
    {
        const string elsewhere = "https://elsewhere.example";
        var (self, settings) = (Self(program), program.Settings);
        return
        [
            .. from directive in Kinds
               from address in (string[])[
                   $"{elsewhere}/x", "http://elsewhere.example/x",
                   $"https://elsewhere.s3.{settings.Region}.amazonaws.com/x",
               ]
               select new Fetch(directive, address),
            new("script-src", "inline"),
            new("script-src", "eval"),
            new("script-src", "data:text/javascript,1"),
            new("style-src", "inline"),
            new("object-src", $"{self}/x"),
            new("frame-src", $"{self}/x"),
            new("font-src", $"{self}/x"),
            new("form-action", $"{self}/x"),
            new("form-action", $"{elsewhere}/x"),
            new("base-uri", $"{self}/"),
            new("base-uri", $"{elsewhere}/"),
            new("frame-ancestors", self),
            new("frame-ancestors", elsewhere),
            // Recordings are played, and not read by scripts.
            .. Addresses(settings.RecordingsBucket, settings.Region).Select(
                bucket => new Fetch("connect-src", $"{bucket}/call.mp3")),
            .. settings.Auth is AuthMode.Cognito
                ? [] : new Fetch[] { new("connect-src", $"{SignIn(program)}/oauth2/token") },
            .. settings.Uploads
                ? []
                : Addresses(Stack.Uploads(program), settings.Region).SelectMany(bucket =>
                    new Fetch[]
                    {
                        new("connect-src", $"{bucket}/uploads/1.mp3"), new("media-src", $"{bucket}/uploads/1.mp3"),
                    }),
        ];
    }

    private static string Self(RecordedProgram program) =>
        (program.Outputs.GetValueOrDefault("pageUrl") as string ?? "").TrimEnd('/');

    private static string SignIn(RecordedProgram program) =>
        $"https://{Stack.Of(program, program.Settings.AccountId)}.auth.{program.Settings.Region}.amazoncognito.com";

    /// <summary>As S3 clients spell them.</summary>
    private static string[] Addresses(string bucket, string region) =>
        [$"https://{bucket}.s3.{region}.amazonaws.com", $"https://{bucket}.s3.amazonaws.com"];
}
