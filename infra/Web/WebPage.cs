using System.Text.Json;
using CallRecording.Infra.Access;
using CallRecording.Infra.Api;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace CallRecording.Infra.Web;

/// <summary>The page, in a bucket that CloudFront alone reads, with the API at the same address.</summary>
internal sealed class WebPage : ComponentResource
{
    // Files of the page are small and change together; a browser asks whether its copy is still right.
    private const string AskAgain = "no-cache";

    public WebPage(StackSettings settings, AnalyticsApi api, ComponentResourceOptions options)
        : base("call-recording:web:CallPage", Names.Of("page"), options)
    {
        var name = $"{settings.Project}-{settings.Environment}-page";
        var child = new CustomResourceOptions { Parent = this };
        var bucket = new Bucket(name, new() { ForceDestroy = true }, child);
        var closed = new BucketPublicAccessBlock(name, PrivateBucket.Closed(bucket), child);
        _ = new BucketOwnershipControls(name, PrivateBucket.OwnedByUs(bucket), child);
        _ = new BucketServerSideEncryptionConfiguration(
            name, new() { Bucket = bucket.Id, Rules = { Encryption() } }, child);
        Distribution = new PageDistribution(settings, api, bucket, new() { Parent = this }).Distribution;
        Origin = settings.Domain is { } domain
            ? Output.Create($"https://{domain.Name}")
            : Output.Format($"https://{Distribution.DomainName}");
        Url = Output.Format($"{Origin}/");
        _ = new BucketPolicy(
            name,
            new()
            {
                Bucket = bucket.Id,
                Policy = PolicyDocument.Of(Read(bucket), Statement.TlsOnlyBucket(bucket.Arn)),
            },
            // S3 refuses a policy while public access is being blocked.
            new() { Parent = this, DependsOn = { closed } });
        Upload(bucket, child);
        Introduce(settings, api, bucket, child);
        RegisterOutputs();
    }

    public Distribution Distribution { get; }

    public Output<string> Url { get; }

    /// <summary>As browsers send it: no path.</summary>
    public Output<string> Origin { get; }

    private static BucketServerSideEncryptionConfigurationRuleArgs Encryption() => new()
    {
        ApplyServerSideEncryptionByDefault =
            new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
            {
                SseAlgorithm = "AES256",
            },
    };

    private Statement Read(Bucket bucket) => new("Read", "s3:GetObject")
    {
        Principal = ("Service", "cloudfront.amazonaws.com"),
        Resources = { Output.Format($"{bucket.Arn}/*") },
        Conditions = [("StringEquals", "AWS:SourceArn", Distribution.Arn)],
    };

    private static void Upload(Bucket bucket, CustomResourceOptions child)
    {
        foreach (var file in PageFile.All())
        {
            _ = new BucketObjectv2(
                Names.Of($"page-{file.Key}"),
                new()
                {
                    Bucket = bucket.Id,
                    Key = file.Key,
                    Source = new FileAsset(file.Path),
                    ContentType = file.ContentType,
                    CacheControl = AskAgain,
                },
                child);
        }
    }

    /// <summary>Tells the page how users sign in.</summary>
    private void Introduce(StackSettings settings, AnalyticsApi api, Bucket bucket, CustomResourceOptions child)
    {
        var client = api.Users?.Client(Url).Id ?? Output.Create("");
        _ = new BucketObjectv2(
            Names.Of("page-config.json"),
            new()
            {
                Bucket = bucket.Id,
                Key = "config.json",
                Content = client.Apply(clientId => JsonSerializer.Serialize(new
                {
                    auth = StackSettingsReader.Spelled(settings.Auth),
                    signIn = api.Users?.SignIn ?? "",
                    clientId,
                    uploads = settings.Uploads,
                    executionAddress =
                        $"https://{settings.Region}.console.aws.amazon.com/states/home?region={settings.Region}"
                        + "#/v2/executions/details/{arn}",
                })),
                ContentType = "application/json",
                CacheControl = AskAgain,
            },
            child);
    }
}
