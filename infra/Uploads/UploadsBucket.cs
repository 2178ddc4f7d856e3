using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace CallRecording.Infra.Uploads;

/// <summary>Where uploaded recordings lie. A bucket of the stack's own: the recordings' bucket is managed elsewhere,
/// and a bucket has one CORS configuration, which this stack must not replace.</summary>
internal sealed class UploadsBucket : ComponentResource
{
    private const int PreflightSeconds = 3600;

    private readonly string name;

    public UploadsBucket(StackSettings settings, EncryptionKey key, ComponentResourceOptions options)
        : base("call-recording:uploads:UploadsBucket", Names.Of("uploads-bucket"), options)
    {
        name = UploadsAccess.Bucket(settings);
        var child = new CustomResourceOptions { Parent = this };
        // Its name is spelt out: the page's headers and the roles name it before it is there.
        Bucket = new Bucket(
            name,
            new() { BucketName = name, ForceDestroy = !settings.ProtectData },
            new() { Parent = this, Protect = settings.ProtectData });
        _ = new BucketServerSideEncryptionConfiguration(
            name, new() { Bucket = Bucket.Id, Rules = { PrivateBucket.Encrypted(key) } }, child);
        var closed = new BucketPublicAccessBlock(name, PrivateBucket.Closed(Bucket), child);
        _ = new BucketOwnershipControls(name, PrivateBucket.OwnedByUs(Bucket), child);
        _ = new BucketPolicy(
            name,
            new()
            {
                Bucket = Bucket.Id,
                Policy = PolicyDocument.Of(Statement.TlsOnlyBucket(Bucket.Arn)),
            },
            // S3 refuses a policy while public access is being blocked.
            new() { Parent = this, DependsOn = { closed } });
        _ = new BucketLifecycleConfiguration(
            name, new() { Bucket = Bucket.Id, Rules = PrivateBucket.Lifecycle(settings.UploadsRetentionDays) }, child);
        RegisterOutputs();
    }

    public Bucket Bucket { get; }

    /// <summary>Lets browsers on pages of these origins alone put files here, by presigned URLs.</summary>
    public void AllowFrom(InputList<string> origins) => _ = new BucketCorsConfiguration(
        name,
        new()
        {
            Bucket = Bucket.Id,
            CorsRules =
            {
                new BucketCorsConfigurationCorsRuleArgs
                {
                    AllowedOrigins = origins,
                    AllowedMethods = { "PUT" },
                    AllowedHeaders = { "Content-Type", "If-None-Match" },
                    MaxAgeSeconds = PreflightSeconds,
                },
            },
        },
        new() { Parent = this });
}
