using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace CallRecording.Infra.Storage;

/// <summary>The bucket of results: what Bedrock Data Automation writes, and each call's <c>results.json</c>.</summary>
internal sealed class ResultsBucket : ComponentResource
{
    public ResultsBucket(StackSettings settings, EncryptionKey key, ComponentResourceOptions options)
        : base("call-recording:storage:ResultsBucket", Names.Of("output"), options)
    {
        // The name is the first part; Pulumi adds some letters, because names of buckets are unique in the world.
        var name = $"{settings.Project}-{settings.Environment}-output";
        var child = new CustomResourceOptions { Parent = this };
        Bucket = new Bucket(
            name,
            new() { ForceDestroy = !settings.ProtectData },
            new() { Parent = this, Protect = settings.ProtectData });
        var versioning = new BucketVersioning(
            name,
            new()
            {
                Bucket = Bucket.Id,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            child);
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
            name,
            new()
            {
                Bucket = Bucket.Id,
                Rules = PrivateBucket.Lifecycle(
                    settings.ResultsRetentionDays, new() { NoncurrentDays = settings.ReplacedVersionsRetentionDays }),
            },
            // Rules about replaced versions need versions.
            new() { Parent = this, DependsOn = { versioning } });
        RegisterOutputs();
    }

    public Bucket Bucket { get; }
}
