using System.Collections.Immutable;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>How what callers said is kept: encrypted, in versions, for as long as the settings say, and not deleted by
/// mistake.</summary>
internal static class StorageValueRules
{
    private const string TableType = "aws:dynamodb/table:Table";
    private const string BucketType = "aws:s3/bucket:Bucket";
    private const string LifecycleType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    public static IEnumerable<string> Results_are_kept_in_versions(RecordedProgram program) => Inputs.UnlikeOne(
        program, "aws:s3/bucketVersioning:BucketVersioning", Stack.Of(program, "output"),
        ("bucket", Stack.Reference(program, BucketType, Stack.Of(program, "output"), "id")),
        ("versioningConfiguration.status", "Enabled"));

    public static IEnumerable<string> Every_bucket_is_encrypted_with_the_key_of_the_settings(RecordedProgram program)
    {
        // The page is public, and CloudFront could not read it with a key of its own.
        var isOurs = program.Settings.Encryption is EncryptionMode.Kms;
        foreach (var encryption in program.Of(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"))
        {
            const string rule = "rules.0.applyServerSideEncryptionByDefault";
            var algorithm = Inputs.At(encryption, $"{rule}.sseAlgorithm");
            var withOurs = algorithm is "aws:kms"
                && Inputs.At(encryption, $"{rule}.kmsMasterKeyId") is string key && key == Stack.Key(program);
            if (isOurs && encryption.Name != Stack.Of(program, "page") ? !withOurs : algorithm is not "AES256")
            {
                yield return $"{encryption.Name} is encrypted by {algorithm} with "
                    + $"{Inputs.At(encryption, $"{rule}.kmsMasterKeyId") ?? "no key"}, with encryption "
                    + $"{program.Settings.Encryption}.";
            }
        }
    }

    public static IEnumerable<string> Every_table_is_encrypted_and_restored_to_any_moment_of_35_days(
        RecordedProgram program) =>
        program.Of(TableType).SelectMany(table => Inputs.Unlike(
            table,
            ("serverSideEncryption.enabled", true),
            ("serverSideEncryption.kmsKeyArn",
                program.Settings.Encryption is EncryptionMode.Kms ? Stack.Key(program) : null),
            ("pointInTimeRecovery.enabled", true), ("pointInTimeRecovery.recoveryPeriodInDays", 35),
            ("billingMode", "PAY_PER_REQUEST")));

    public static IEnumerable<string> The_tables_have_the_users_keys(RecordedProgram program) =>
    [
        .. Inputs.UnlikeOne(
            program, TableType, Stack.Of(program, "call-recordings"), ("hashKey", "hash"),
            ("rangeKey", "epchdatetimestamp")),
        .. Inputs.UnlikeOne(
            program, TableType, Stack.Of(program, "call-words"), ("hashKey", "word"), ("rangeKey", "call")),
        .. program.Of(TableType).SelectMany(AttributesOfWrongTypes),
    ];

    public static IEnumerable<string> Data_are_deleted_by_mistake_only_where_the_settings_allow_it(
        RecordedProgram program)
    {
        var isProtected = program.Settings.ProtectData;
        string[] kept =
            [.. program.Of(TableType).Select(one => one.Name), Stack.Of(program, "output"), Stack.Uploads(program)];
        foreach (var one in program.Resources.Where(one => one.Type is TableType or BucketType
            && kept.Contains(one.Name)))
        {
            if (one.Treatment.Contains("protect") != isProtected)
            {
                yield return $"{one.Name} is {(isProtected ? "not " : "")}protected, with protectData {isProtected}.";
            }

            var (path, value) = one.Type == TableType
                ? ("deletionProtectionEnabled", isProtected) : ("forceDestroy", !isProtected);
            foreach (var problem in Inputs.Unlike(one, (path, value)))
            {
                yield return problem;
            }
        }

        foreach (var problem in program.Of("aws:cognito/userPool:UserPool").SelectMany(
            pool => Inputs.Unlike(pool, ("deletionProtection", isProtected ? "ACTIVE" : "INACTIVE"))))
        {
            yield return problem;
        }
    }

    public static IEnumerable<string> Results_are_deleted_after_the_days_of_the_settings(RecordedProgram program)
    {
        var settings = program.Settings;
        var (lifecycle, missing) = Inputs.One(program, LifecycleType, Stack.Of(program, "output"));
        if (lifecycle is null)
        {
            return missing;
        }

        var rules = lifecycle.List("rules").Cast<ImmutableDictionary<string, object>>().ToList();
        return
        [
            .. Days(rules, "expiration.days", settings.ResultsRetentionDays, "results"),
            .. Days(
                rules, "noncurrentVersionExpiration.noncurrentDays", settings.ReplacedVersionsRetentionDays,
                "replaced results"),
            .. Days(rules, "abortIncompleteMultipartUpload.daysAfterInitiation", 7, "unfinished uploads"),
            .. rules.Where(rule => !rule.GetValueOrDefault("status", "").Equals("Enabled"))
                .Select(rule => $"The rule {rule["id"]} of {lifecycle.Name} is not enabled."),
        ];
    }

    public static IEnumerable<string> Uploads_are_deleted_after_the_days_of_the_settings(RecordedProgram program)
    {
        if (!program.Settings.Uploads)
        {
            return [];
        }

        var (lifecycle, missing) = Inputs.One(program, LifecycleType, Stack.Uploads(program));
        return lifecycle is null ? missing : Days(
            lifecycle.List("rules").Cast<ImmutableDictionary<string, object>>().ToList(),
            "expiration.days", program.Settings.UploadsRetentionDays, "uploads");
    }

    public static IEnumerable<string> Every_bucket_is_closed_and_its_owners_alone(RecordedProgram program) =>
    [
        .. program.Of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").SelectMany(one => Inputs.Unlike(
            one,
            ("blockPublicAcls", true), ("blockPublicPolicy", true), ("ignorePublicAcls", true),
            ("restrictPublicBuckets", true))),
        .. program.Of("aws:s3/bucketOwnershipControls:BucketOwnershipControls").SelectMany(one => Inputs.Unlike(
            one, ("rule.objectOwnership", "BucketOwnerEnforced"))),
    ];

    public static IEnumerable<string> The_stacks_key_is_renewed_and_is_not_lost_at_once(RecordedProgram program) =>
        program.Of("aws:kms/key:Key")
            .SelectMany(key => Inputs.Unlike(key, ("enableKeyRotation", true), ("deletionWindowInDays", 30)));

    private static IEnumerable<string> AttributesOfWrongTypes(Registration table) =>
        from attribute in table.List("attributes").Cast<ImmutableDictionary<string, object>>()
        let expected = attribute["name"] is "epchdatetimestamp" ? "N" : "S"
        where !attribute["type"].Equals(expected)
        select $"{attribute["name"]} of {table.Name} is a {attribute["type"]}, expected {expected}.";

    /// <param name="days">0: never.</param>
    private static IEnumerable<string> Days(
        IEnumerable<ImmutableDictionary<string, object>> rules, string path, int days, string what)
    {
        var steps = path.Split('.');
        var found = rules
            .Select(rule =>
                rule.GetValueOrDefault(steps[0]) is ImmutableDictionary<string, object> block
                    ? block.GetValueOrDefault(steps[1]) : null)
            .OfType<double>()
            .ToList();
        double[] expected = days == 0 ? [] : [days];
        return found.SequenceEqual(expected)
            ? []
            :
            [
                $"The days until {what} are deleted are [{string.Join(", ", found)}], expected "
                    + $"[{string.Join(", ", expected)}].",
            ];
    }
}
