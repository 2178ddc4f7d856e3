using System.Collections.Immutable;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Iam.Callers;

/// <summary>What a role asks of the stack's key by asking for something that is encrypted with it: the service uses the
/// key as the caller.</summary>
internal static class KeyRequests
{
    /// <summary>Sources, besides those of <see cref="KeyCallers"/>:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html,
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html,
    /// https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-bda.html.</summary>
    private static string[] Actions(string action) => action.Split(':') switch
    {
        ["s3", "GetObject" or "GetObjectVersion"] => ["kms:Decrypt"],
        // Decrypt for uploads in parts.
        ["s3", "PutObject"] => ["kms:GenerateDataKey", "kms:Decrypt"],
        ["dynamodb", _] => ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
        ["sqs", "ReceiveMessage"] => ["kms:Decrypt"],
        ["sqs", "SendMessage"] or ["sns", "Publish"] => ["kms:GenerateDataKey", "kms:Decrypt"],
        ["bedrock", "InvokeDataAutomationAsync"] =>
            ["kms:GenerateDataKey", "kms:Decrypt", "kms:DescribeKey", "kms:CreateGrant"],
        _ => [],
    };

    public static IEnumerable<DesignedCaller> Of(DeployedProgram program) =>
        from one in program.Requests
        let key = KeyOf(program, one.Request)
        where key.Length > 0
        from action in Actions(one.Request.Action)
        let service = one.Request.Action.Split(':')[0]
        select new DesignedCaller(
            $"{one.Role.Name} may {one.Request.Action} {one.Request.Resource}, which is encrypted",
            new AccessRequest(one.Request.Caller, action, key, program.Account).With(
                (SourceKeys.ViaService, $"{service}.{program.Region}.amazonaws.com"),
                (SourceKeys.CallerAccount, program.Account)));

    /// <returns>The key's ARN; empty for the service's own.</returns>
    private static string KeyOf(DeployedProgram program, AccessRequest request) => request.Action.Split(':')[0] switch
    {
        "dynamodb" => OfTable(program, request.Resource),
        "s3" => OfBucket(program, Arn.Parse(request.Resource).Resource.Split('/')[0]),
        "sqs" => OfNamed(program, "aws:sqs/queue:Queue", request.Resource),
        "sns" => OfNamed(program, "aws:sns/topic:Topic", request.Resource),
        "bedrock" => Graph.Functions(program.Program).Select(one => Graph.Variable(one, "BEDROCK_KMS_KEY_ARN"))
            .FirstOrDefault(key => key.Length > 0, ""),
        _ => "",
    };

    private static string OfTable(DeployedProgram program, string arn) => program.Of("aws:dynamodb/table:Table")
        .Where(table => arn.Split("/index/")[0] == program.Arn(table))
        .Select(table => table.Block("serverSideEncryption").GetValueOrDefault("kmsKeyArn") as string ?? "")
        .FirstOrDefault("");

    private static string OfNamed(DeployedProgram program, string type, string arn) =>
        program.Of(type)
            .Where(one => program.Arn(one) == arn).Select(one => one.Text("kmsMasterKeyId")).FirstOrDefault("");

    private static string OfBucket(DeployedProgram program, string bucket) => program
        .Of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
        .Where(one => one.Text("bucket") == bucket)
        .SelectMany(one => one.List("rules").Cast<ImmutableDictionary<string, object>>())
        .Select(rule =>
            rule.GetValueOrDefault("applyServerSideEncryptionByDefault") is ImmutableDictionary<string, object> by
            ? by.GetValueOrDefault("kmsMasterKeyId") as string ?? ""
            : "")
        .FirstOrDefault("");
}
