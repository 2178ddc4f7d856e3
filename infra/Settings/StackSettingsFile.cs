namespace CallRecording.Infra.Settings;

/// <summary>Reads <see cref="StackSettings"/> from a stack's settings file.</summary>
internal static class StackSettingsFile
{
    /// <summary>What CloudWatch Logs takes for a retention, in days, up to two years.</summary>
    private static readonly int[] Retentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731];

    private static readonly string[] Environments = ["dev", "staging", "prod"];

    /// <param name="environment">The Pulumi stack's name.</param>
    /// <param name="project">The Pulumi project's name, under which the file has its keys.</param>
    /// <param name="get">The text of a key, or null.</param>
    /// <param name="given">Every key that the file has under the project's name.</param>
    /// <exception cref="SettingsException">A key is missing, unknown or wrong.</exception>
    public static StackSettings Read(
        string environment, string project, Func<string, string?> get, IEnumerable<string> given)
    {
        var reader = new StackSettingsReader(project, get);
        var settings = Read(reader, environment);
        Agree(reader, settings);
        reader.RefuseUnknown(given);
        reader.Check();
        return settings;
    }

    private static StackSettings Read(StackSettingsReader reader, string environment)
    {
        var defaults = new StackSettings
        {
            Environment = environment,
            Project = "dmg-inbound-callrecording",
            AccountId = "",
            Region = "",
            RecordingsBucket = "",
            AlarmEmail = "",
        };
        return defaults with
        {
            Project = reader.Text(
                "project", defaults.Project, "^[a-z][a-z0-9-]{1,30}[a-z0-9]$", "3 to 32 of a-z, 0-9 and hyphens"),
            AccountId = reader.Required("accountId", "^[0-9]{12}$", "the 12 digits of an AWS account, in quotes"),
            Region = reader.Required("region", "^[a-z]{2}(-[a-z]+)+-[0-9]$", "a region such as us-east-1"),
            RecordingsBucket = reader.Required(
                "recordingsBucket", "^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$",
                "the name of the bucket that recordings land in, without dots: browsers play recordings from it, and "
                + "S3's certificate is not for names with dots"),
            RecordingsKeyArn = reader.Text(
                "recordingsKeyArn", defaults.RecordingsKeyArn, "^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[a-zA-Z0-9-]+$",
                "the ARN of a KMS key (not of an alias)"),
            RecordingsPrefix = reader.Text(
                "recordingsPrefix", defaults.RecordingsPrefix, "^[^*?/][^*?]*/$",
                "a prefix that ends in '/', without '*' and '?'"),
            Uploads = reader.Flag("uploads", defaults.Uploads),
            UploadsRetentionDays = reader.Whole("uploadsRetentionDays", defaults.UploadsRetentionDays, 0, 36_500),
            PublisherArn = reader.Text(
                "publisherArn", defaults.PublisherArn, "^arn:aws:iam::[0-9]{12}:(role|user)/[^*]+$",
                "the ARN of a role or user"),
            Runtime = reader.OneOf("runtime", defaults.Runtime),
            Architecture = reader.OneOf("architecture", defaults.Architecture),
            Artifacts = reader.Text("artifacts", defaults.Artifacts, "^.+$", "a folder"),
            Auth = reader.OneOf("auth", defaults.Auth),
            AllowedOrigins = Words(reader.Text(
                "allowedOrigins", "", @"^(\*|https://[a-z0-9.-]+(:[0-9]+)?( https://[a-z0-9.-]+(:[0-9]+)?)*)$",
                "* or origins such as https://calls.example.com, with spaces between them")),
            AllowOpenApi = reader.Flag("allowOpenApi", defaults.AllowOpenApi),
            ApiRequestsPerSecond = reader.Whole("apiRequestsPerSecond", defaults.ApiRequestsPerSecond, 1, 10_000),
            ApiBurstRequests = reader.Whole("apiBurstRequests", defaults.ApiBurstRequests, 1, 5_000),
            ManageApiGatewayAccount = reader.Flag("manageApiGatewayAccount", defaults.ManageApiGatewayAccount),
            Encryption = reader.OneOf("encryption", defaults.Encryption),
            ProtectData = reader.Flag("protectData", defaults.ProtectData),
            ResultsRetentionDays = reader.Whole("resultsRetentionDays", defaults.ResultsRetentionDays, 0, 36_500),
            ReplacedVersionsRetentionDays = reader.Whole(
                "replacedVersionsRetentionDays", defaults.ReplacedVersionsRetentionDays, 1, 36_500),
            LogRetentionDays = reader.OneOf("logRetentionDays", defaults.LogRetentionDays, Retentions),
            BatchSize = reader.Whole("batchSize", defaults.BatchSize, 1, 100),
            BatchWindowSeconds = reader.Whole("batchWindowSeconds", defaults.BatchWindowSeconds, 0, 60),
            MaxStarters = reader.Whole("maximumStarters", defaults.MaxStarters, 2, 1000),
            MaxResultBytes = reader.Whole("maxResultBytes", defaults.MaxResultBytes, 1024, 1024 * 1024 * 1024),
            AudioMinuteDollars = reader.Number("audioMinuteDollars", defaults.AudioMinuteDollars, 0, 1000),
            Polling = PollPolicySettings.Read(reader),
            SettleAfterSeconds = reader.Whole("settleAfterSeconds", defaults.SettleAfterSeconds, 60, 604_800),
            StuckAfterSeconds = reader.Whole("stuckAfterSeconds", defaults.StuckAfterSeconds, 600, 604_800),
            AlarmEmail = reader.Required("alarmEmail", "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "an e-mail address"),
            MonthlyBudgetDollars = reader.Whole("monthlyBudgetDollars", defaults.MonthlyBudgetDollars, 1, 10_000_000),
            Vpc = ReadVpc(reader),
            Domain = ReadDomain(reader),
            WebAclArn = reader.Text(
                "webAclArn", defaults.WebAclArn, "^arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/[^/]+/[a-f0-9-]+$",
                "the ARN of a web ACL for CloudFront, which is in us-east-1"),
        };
    }

    private static VpcSettings? ReadVpc(StackSettingsReader reader)
    {
        const string subnets = "vpcSubnetIds", groups = "vpcSecurityGroupIds";
        var subnetIds = Words(reader.Text(
            subnets, "", "^subnet-[0-9a-f]+( subnet-[0-9a-f]+)*$",
            "subnets such as subnet-0a1b2c3d, with spaces between them"));
        var groupIds = Words(reader.Text(
            groups, "", "^sg-[0-9a-f]+( sg-[0-9a-f]+)*$",
            "security groups such as sg-0a1b2c3d, with spaces between them"));
        return AreBoth(
            reader, (subnets, subnetIds.Length > 0), (groups, groupIds.Length > 0), "functions in a VPC need both")
            ? new(subnetIds, groupIds)
            : null;
    }

    private static PageDomain? ReadDomain(StackSettingsReader reader)
    {
        const string name = "domainName", certificate = "certificateArn";
        var domain = reader.Text(
            name, "", @"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", "a host name such as calls.example.com");
        var arn = reader.Text(
            certificate, "", "^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[a-f0-9-]+$",
            "the ARN of a certificate in us-east-1, where CloudFront looks for it");
        return AreBoth(
            reader, (name, domain.Length > 0), (certificate, arn.Length > 0), "a domain of its own needs both")
            ? new(domain, arn)
            : null;
    }

    /// <summary>Whether both of two settings are there; one alone is a problem.</summary>
    private static bool AreBoth(
        StackSettingsReader reader, (string Key, bool IsGiven) one, (string Key, bool IsGiven) other, string why)
    {
        if (one.IsGiven != other.IsGiven)
        {
            var (given, missing) = one.IsGiven ? (one.Key, other.Key) : (other.Key, one.Key);
            reader.Problem(missing, $"is missing, and {given} is there: {why}");
        }

        return one.IsGiven && other.IsGiven;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Agree(StackSettingsReader reader, StackSettings settings)
    {
        if (!Environments.Contains(settings.Environment))
        {
            reader.Problem(
                "(stack)", $"is called '{settings.Environment}', expected {string.Join(", ", Environments)}");
        }

        if (settings.Region.Length > 0 && DataAutomationProfile.In(settings.Region) is null)
        {
            reader.Problem(
                "region",
                $"is '{settings.Region}', where Bedrock Data Automation and CloudFront do not both run; expected "
                    + DataAutomationProfile.Regions);
        }

        if (settings is { Auth: AuthMode.None, AllowOpenApi: false })
        {
            reader.Problem(
                "auth",
                "is none: every client that knows the address could read every call; set apiKey, iam or cognito, "
                    + "or insist with allowOpenApi: true");
        }

        if (settings is { Auth: AuthMode.None, Uploads: true })
        {
            reader.Problem(
                "uploads",
                "is true, and auth is none: every client that knows the address could upload recordings, "
                    + "each of which costs money; set apiKey, iam or cognito");
        }

        if (settings.RecordingsKeyArn.Length > 0 && settings.RecordingsKeyArn.Split(':') is [_, _, _, var region, ..]
            && region != settings.Region)
        {
            reader.Problem(
                "recordingsKeyArn",
                $"is in '{region}', expected {settings.Region}: a bucket is encrypted with keys of its region");
        }

        // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html: larger batches need a window.
        if (settings is { BatchSize: > 10, BatchWindowSeconds: 0 })
        {
            reader.Problem(
                "batchWindowSeconds", $"is 0, expected at least 1 with a batchSize of {settings.BatchSize}, above 10");
        }

        if (settings.ApiBurstRequests < settings.ApiRequestsPerSecond)
        {
            reader.Problem(
                "apiBurstRequests", $"is {settings.ApiBurstRequests}, expected at least apiRequestsPerSecond, "
                + $"which is {settings.ApiRequestsPerSecond}");
        }
    }
}
