using CallRecording.Infra.Api;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;

namespace CallRecording.Infra.Uploads;

/// <summary>Recordings from people's own machines, where the settings allow it: the function that takes them in, and
/// their bucket.</summary>
internal sealed class CallUploads : ComponentResource
{
    // API Gateway waits no longer than 29 s.
    private const int UploadsSeconds = 28;

    public CallUploads(
        StackSettings settings,
        FunctionArtifact artifact,
        CallStore store,
        EncryptionKey key,
        Input<string> topicArn,
        Input<string> tokenKey,
        ComponentResourceOptions options)
        : base("call-recording:uploads:CallUploads", Names.Of("uploads"), options)
    {
        Bucket = new UploadsBucket(settings, key, new() { Parent = this });
        Function = new TaskFunction(
            "uploads",
            new()
            {
                Settings = settings,
                Artifact = artifact,
                Key = key,
                Function = "Uploads",
                Description = "Gives addresses to upload recordings to, and publishes those that came.",
                TimeoutSeconds = UploadsSeconds,
                Environment =
                {
                    ["UPLOADS_BUCKET"] = Bucket.Bucket.Id,
                    ["DYNAMODB_TABLE_NAME"] = store.Table.Name,
                    ["TOPIC_ARN"] = topicArn,
                    ["PAGE_TOKEN_KEY"] = tokenKey,
                    ["ALLOWED_ORIGINS"] = Cors.Variable(settings),
                },
                Permissions =
                [
                    // A presigned URL uploads with this role's permissions.
                    new("PutUploads", "s3:PutObject", "s3:GetObject")
                    {
                        Resources = { UploadsAccess.Objects(settings) },
                    },
                    // Without it S3 says of a missing upload that access is denied.
                    new("TellMissingUploads", "s3:ListBucket") { Resources = { Bucket.Bucket.Arn } },
                    // No upload takes the place of a call that is there.
                    new("FindCalls", "dynamodb:Query") { Resources = { store.Table.Arn } },
                    new("PublishCalls", "sns:Publish") { Resources = { topicArn } },
                ],
            },
            new() { Parent = this });
        RegisterOutputs();
    }

    public UploadsBucket Bucket { get; }

    public TaskFunction Function { get; }
}
