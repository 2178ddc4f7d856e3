namespace CallRecording.Infra.Settings;

/// <summary>Everything about a stack that its settings file decides. The defaults are those of a development
/// stack.</summary>
internal sealed record StackSettings
{
    /// <summary>dev, staging or prod: the name of the Pulumi stack.</summary>
    public required string Environment { get; init; }

    /// <summary>The first part of the table's and the buckets' names.</summary>
    public required string Project { get; init; }

    /// <summary>The only account that this stack may be deployed to.</summary>
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The bucket, managed elsewhere, that recordings land in.</summary>
    public required string RecordingsBucket { get; init; }

    /// <summary>The only part of that bucket that the stack may read; empty: all of it.</summary>
    public string RecordingsPrefix { get; init; } = "";

    /// <summary>The KMS key that encrypts that bucket, an ARN; empty: S3's own.</summary>
    public string RecordingsKeyArn { get; init; } = "";

    /// <summary>Whether users may upload recordings on the page, to the stack's own bucket.</summary>
    public bool Uploads { get; init; }

    /// <summary>Days until an uploaded recording is deleted; 0: never.</summary>
    public int UploadsRetentionDays { get; init; } = 365;

    /// <summary>The role of the publisher, an ARN; empty: every principal that the account's own policies
    /// allow to publish.</summary>
    public string PublisherArn { get; init; } = "";

    public RuntimeMode Runtime { get; init; } = RuntimeMode.Native;

    public ProcessorArchitecture Architecture { get; init; } = ProcessorArchitecture.Arm64;

    /// <summary>Where the published functions are, relative to the program.</summary>
    public string Artifacts { get; init; } = "artifacts";

    public AuthMode Auth { get; init; } = AuthMode.Iam;

    /// <summary>Origins of other pages than the stack's own whose scripts may read the API's answers; * for
    /// all.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Insists on <see cref="AuthMode.None"/>, in whatever environment.</summary>
    public bool AllowOpenApi { get; init; }

    public int ApiRequestsPerSecond { get; init; } = 50;

    public int ApiBurstRequests { get; init; } = 100;

    /// <summary>Sets the role with which API Gateway logs in this region: one per account, shared with other
    /// APIs.</summary>
    public bool ManageApiGatewayAccount { get; init; } = true;

    public EncryptionMode Encryption { get; init; } = EncryptionMode.ServiceManaged;

    /// <summary>Refuses to delete the table and the results.</summary>
    public bool ProtectData { get; init; }

    /// <summary>Days until results in S3 are deleted; 0: never.</summary>
    public int ResultsRetentionDays { get; init; }

    /// <summary>Days until a replaced version of a result is deleted.</summary>
    public int ReplacedVersionsRetentionDays { get; init; } = 30;

    /// <summary>Days of logs, one of the numbers that CloudWatch Logs knows.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Messages that one invocation of the starter takes.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>Seconds that the queue gathers messages for a batch.</summary>
    public int BatchWindowSeconds { get; init; }

    /// <summary>Invocations of the starter at the same time.</summary>
    public int MaxStarters { get; init; } = 10;

    /// <summary>Largest file of a job that is read, in bytes.</summary>
    public int MaxResultBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>US dollars for a minute of audio, for the cost that each call's item shows.</summary>
    public double AudioMinuteDollars { get; init; } = 0.009;

    public PollPolicySettings Polling { get; init; } = new();

    /// <summary>How long an item may stay IN_PROGRESS without a write before the sweep checks its
    /// execution.</summary>
    public int SettleAfterSeconds { get; init; } = 900;

    /// <summary>How long an item may stay IN_PROGRESS before the alarm notifies the operators, in seconds.</summary>
    public int StuckAfterSeconds { get; init; } = 43200;

    /// <summary>The e-mail address that alarms notify.</summary>
    public required string AlarmEmail { get; init; }

    /// <summary>US dollars a month; the budget notifies the operators at 80 %, and when 100 % are forecast.</summary>
    public int MonthlyBudgetDollars { get; init; } = 100;

    /// <summary>Where the functions run in a network of the account's own; null: in Lambda's.</summary>
    public VpcSettings? Vpc { get; init; }

    /// <summary>The page's own host name and its certificate; null: CloudFront's.</summary>
    public PageDomain? Domain { get; init; }

    /// <summary>The web ACL in front of the page, an ARN of AWS WAF in us-east-1; empty: none.</summary>
    public string WebAclArn { get; init; } = "";

    /// <summary>Whether <see cref="PublisherArn"/> belongs to another account, whose own policies must allow it
    /// too.</summary>
    public bool HasForeignPublisher =>
        PublisherArn.Length > 0 && !PublisherArn.Contains($"::{AccountId}:", StringComparison.Ordinal);
}
