using System.Security.Cryptography;
using System.Text;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using CallRecording.Infra.Uploads;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Lambda;
using ApiDeployment = Pulumi.Aws.ApiGateway.Deployment;

namespace CallRecording.Infra.Api;

/// <summary>The REST API in front of the retrieval function.</summary>
internal sealed class AnalyticsApi : ComponentResource
{
    // API Gateway waits no longer than 29 s.
    private const int RetrievalSeconds = 28;
    private const int MinCompressedBytes = 1024;

    public AnalyticsApi(
        StackSettings settings, FunctionArtifact artifact, CallStore store, EncryptionKey key, CallUploads? uploads,
        Output<string> tokenKey, ComponentResourceOptions options)
        : base("call-recording:api:AnalyticsApi", Names.Of("analytics"), options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var own = new ComponentResourceOptions { Parent = this };
        Retrieval = NewRetrieval(settings, artifact, store, key, tokenKey);
        Users = settings.Auth is AuthMode.Cognito ? new ApiUsers(settings, own) : null;
        var none = Output.Create("");
        var body = Output
            .Tuple(Retrieval.Live.InvokeArn, uploads?.Function.Live.InvokeArn ?? none, Users?.PoolArn ?? none)
            .Apply(arns => ApiDocument.Of(settings.Auth, settings.AllowedOrigins, arns.Item1, arns.Item2, arns.Item3));
        RestApi = new RestApi(
            Names.Api,
            new()
            {
                Name = Names.Api,
                Description = "Transcripts and analytics of call recordings.",
                Body = body,
                EndpointConfiguration = new RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
                MinimumCompressionSize = $"{MinCompressedBytes}",
            },
            child);
        Allow(Names.Api, Retrieval, "analytics*");
        if (uploads is not null)
        {
            Allow(Names.Of("uploads"), uploads.Function, "analytics/uploads*");
        }

        var deployment = new ApiDeployment(
            Names.Api,
            new()
            {
                RestApi = RestApi.Id,
                // A stage serves the API as it was when it was deployed.
                Triggers = { ["body"] = body.Apply(Digest) },
            },
            child);
        LogGroup = new LogGroup(
            Names.Api,
            new()
            {
                Name = $"/aws/apigateway/{Names.Api}",
                RetentionInDays = settings.LogRetentionDays,
                KmsKeyId = key.Data,
            },
            child);
        Stage = NewStage(settings, deployment, ExecutionLog(settings, key));
        Throttle(settings);
        Key = settings.Auth is AuthMode.ApiKey ? new ApiUsagePlan(settings, RestApi, Stage, own) : null;
        RegisterOutputs();
    }

    public TaskFunction Retrieval { get; }

    public RestApi RestApi { get; }

    public Stage Stage { get; }

    public LogGroup LogGroup { get; }

    public ApiUsers? Users { get; }

    public ApiUsagePlan? Key { get; }

    private TaskFunction NewRetrieval(
        StackSettings settings, FunctionArtifact artifact, CallStore store, EncryptionKey key, Output<string> token) =>
        new(
        "retrieval",
        new()
        {
            Settings = settings,
            Artifact = artifact,
            Key = key,
            Function = "Retrieval",
            Description = "Answers the API from the tables, the results and the recordings.",
            TimeoutSeconds = RetrievalSeconds,
            // A long call's results are read whole.
            MemoryMb = 1024,
            Environment =
            {
                ["DYNAMODB_TABLE_NAME"] = store.Table.Name,
                ["WORDS_TABLE_NAME"] = store.Words.Name,
                ["PAGE_TOKEN_KEY"] = token,
                ["ALLOWED_ORIGINS"] = Cors.Variable(settings),
            },
            Permissions =
            [
                new("ReadCallsAndWords", "dynamodb:Query")
                {
                    Resources =
                    {
                        store.Table.Arn, store.IndexArn(CallIndexes.ByTime), store.IndexArn(CallIndexes.ByStatus),
                        store.IndexArn(CallIndexes.ForCounting), store.Words.Arn,
                    },
                },
                new("ReadItems", "dynamodb:BatchGetItem") { Resources = { store.Table.Arn } },
                new("ReadResults", "s3:GetObject", "s3:GetObjectVersion")
                {
                    Resources = { Output.Format($"{store.Results.Bucket.Arn}/*") },
                },
                new("TellMissingResults", "s3:ListBucket") { Resources = { store.Results.Bucket.Arn } },
                // A presigned URL reads with this role's permissions.
                .. RecordingAccess.All(settings),
            ],
        },
        new() { Parent = this });

    private void Allow(string name, TaskFunction function, string path) => _ = new Permission(
        name,
        new()
        {
            Action = "lambda:InvokeFunction",
            Function = function.Function.Name,
            Qualifier = function.Live.Name,
            Principal = "apigateway.amazonaws.com",
            SourceArn = Output.Format($"{RestApi.ExecutionArn}/*/*/{path}"),
        },
        new() { Parent = this });

    /// <summary>API Gateway's own log. Without this declaration API Gateway creates one that never expires.</summary>
    private LogGroup ExecutionLog(StackSettings settings, EncryptionKey key) => new(
        $"{Names.Api}-execution",
        new()
        {
            Name = Output.Format($"API-Gateway-Execution-Logs_{RestApi.Id}/{settings.Environment}"),
            RetentionInDays = settings.LogRetentionDays,
            KmsKeyId = key.Data,
        },
        new() { Parent = this });

    private Stage NewStage(StackSettings settings, ApiDeployment deployment, LogGroup executionLog)
    {
        var stage = new CustomResourceOptions { Parent = this, DependsOn = { executionLog } };
        if (settings.ManageApiGatewayAccount)
        {
            stage.DependsOn.Add(new ApiLogging(settings, new() { Parent = this }));
        }

        return new(
            Names.Api,
            new()
            {
                RestApi = RestApi.Id,
                Deployment = deployment.Id,
                StageName = settings.Environment,
                XrayTracingEnabled = true,
                AccessLogSettings = new StageAccessLogSettingsArgs
                {
                    DestinationArn = LogGroup.Arn,
                    Format = AccessLog.Format(settings.Auth),
                },
            },
            stage);
    }

    private void Throttle(StackSettings settings) => _ = new MethodSettings(
        Names.Api,
        new()
        {
            RestApi = RestApi.Id,
            StageName = Stage.StageName,
            MethodPath = "*/*",
            Settings = new MethodSettingsSettingsArgs
            {
                MetricsEnabled = true,
                // Answers hold what callers said.
                DataTraceEnabled = false,
                LoggingLevel = "ERROR",
                ThrottlingRateLimit = settings.ApiRequestsPerSecond,
                ThrottlingBurstLimit = settings.ApiBurstRequests,
            },
        },
        new() { Parent = this });

    private static string Digest(string doc) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(doc)));
}
