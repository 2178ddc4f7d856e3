using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace CallRecording.Infra.Storage;

/// <summary>What every bucket of the stack has.</summary>
internal static class PrivateBucket
{
    private const int UnfinishedUploadDays = 7;

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

    /// <summary>Unfinished uploads go after a week, and objects when the settings say.</summary>
    /// <param name="retentionDays">0: never.</param>
    /// <param name="replacedVersions">When replaced versions go; null where the bucket keeps none.</param>
    public static InputList<BucketLifecycleConfigurationRuleArgs> Lifecycle(
        int retentionDays, BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs? replacedVersions = null)
    {
        var tidy = new BucketLifecycleConfigurationRuleArgs
        {
            Id = "tidy",
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = UnfinishedUploadDays,
            },
        };
        if (replacedVersions is not null)
        {
            tidy.NoncurrentVersionExpiration = replacedVersions;
        }

        var rules = new InputList<BucketLifecycleConfigurationRuleArgs> { tidy };
        if (retentionDays > 0)
        {
            rules.Add(new BucketLifecycleConfigurationRuleArgs
            {
                Id = "retention",
                Status = "Enabled",
                Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = retentionDays },
            });
        }

        return rules;
    }

    public static BucketOwnershipControlsArgs OwnedByUs(Bucket bucket) => new()
    {
        Bucket = bucket.Id,
        Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
    };
}
