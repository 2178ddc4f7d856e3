using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace CallRecording.Infra.Storage;

/// <summary>What every bucket of the stack has.</summary>
internal static class PrivateBucket
{
    public static BucketPublicAccessBlockArgs Closed(Bucket bucket) => new()
    {
        Bucket = bucket.Id,
        BlockPublicAcls = true,
        BlockPublicPolicy = true,
        IgnorePublicAcls = true,
        RestrictPublicBuckets = true,
    };

    public static BucketServerSideEncryptionConfigurationRuleArgs Encrypted(EncryptionKey key) => new()
    {
        BucketKeyEnabled = key.DataArn is not null,
        ApplyServerSideEncryptionByDefault =
            new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
            {
                SseAlgorithm = key.DataArn is null ? "AES256" : "aws:kms",
                KmsMasterKeyId = key.Data,
            },
    };

    public static BucketOwnershipControlsArgs OwnedByUs(Bucket bucket) => new()
    {
        Bucket = bucket.Id,
        Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
    };
}
