using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>What callers said is kept closed, encrypted and recoverable; and logs do not have it.</summary>
internal static class StorageRules
{
    public static IEnumerable<string> Problems(RecordedProgram program) =>
        [.. Buckets(program), .. Tables(program), .. Logs(program)];

    private static IEnumerable<string> Buckets(RecordedProgram program)
    {
        string[] every =
        [
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "aws:s3/bucketPolicy:BucketPolicy",
        ];
        string[] results =
        [
            "aws:s3/bucketVersioning:BucketVersioning",
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        ];
        foreach (var bucket in program.Of("aws:s3/bucket:Bucket"))
        {
            var needs = bucket.Name.EndsWith("-output", StringComparison.Ordinal) ? every.Concat(results) : every;
            foreach (var missing in needs.Where(
                type => !program.Of(type).Any(one => one.Text("bucket") == Graph.Reference(bucket, "id"))))
            {
                yield return $"{bucket.Name} has no {missing}.";
            }
        }

        string[] uploads = ["aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", results[1]];
        foreach (var bucket in program.Of("aws:s3/bucket:Bucket").Where(
            one => one.Name.EndsWith("-uploads", StringComparison.Ordinal)))
        {
            foreach (var missing in uploads.Where(
                type => !program.Of(type).Any(one => one.Text("bucket") == Graph.Reference(bucket, "id"))))
            {
                yield return $"{bucket.Name} has no {missing}.";
            }
        }

        string[] blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
        foreach (var open in program.Of(every[0]).Where(
            one => !blocks.All(block => one.Inputs.GetValueOrDefault(block) is true)))
        {
            yield return $"{open.Name} may be made public.";
        }
    }

    private static IEnumerable<string> Tables(RecordedProgram program) =>
        new[] { "-call-recordings", "-call-words" }.SelectMany(what => Table(program, what));

    private static IEnumerable<string> Table(RecordedProgram program, string what)
    {
        var table = program.Of("aws:dynamodb/table:Table")
            .SingleOrDefault(one => one.Name.EndsWith(what, StringComparison.Ordinal));
        if (table is null)
        {
            yield return $"There is no table …{what}.";
            yield break;
        }

        if (table.Block("pointInTimeRecovery").GetValueOrDefault("enabled") is not true)
        {
            yield return $"{table.Name} cannot be restored to a point in time.";
        }

        if (table.Block("serverSideEncryption").GetValueOrDefault("enabled") is not true)
        {
            yield return $"{table.Name} is not encrypted.";
        }

        if (table.Text("billingMode") != "PAY_PER_REQUEST")
        {
            yield return $"{table.Name} is billed {table.Text("billingMode")}.";
        }
    }

    private static IEnumerable<string> Logs(RecordedProgram program)
    {
        foreach (var group in program.Of("aws:cloudwatch/logGroup:LogGroup").Where(
            one => one.Number("retentionInDays") <= 0))
        {
            yield return $"{group.Name} keeps its lines for ever.";
        }

        foreach (var function in Graph.Functions(program))
        {
            if (function.Block("loggingConfig").GetValueOrDefault("logFormat") is not "JSON")
            {
                yield return $"{function.Name} does not log JSON, so no metric can be read from it.";
            }

            if (function.Block("tracingConfig").GetValueOrDefault("mode") is not "Active")
            {
                yield return $"{function.Name} is not traced.";
            }
        }

        var machine = program.Of("aws:sfn/stateMachine:StateMachine").SingleOrDefault();
        if (machine?.Block("loggingConfiguration").GetValueOrDefault("includeExecutionData") is not false)
        {
            yield return "The state machine's log has what callers said.";
        }

        if (machine?.Block("tracingConfiguration").GetValueOrDefault("enabled") is not true)
        {
            yield return "The state machine is not traced.";
        }
    }
}
