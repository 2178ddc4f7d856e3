using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda.Inputs;
using Lambda = Pulumi.Aws.Lambda;

namespace CallRecording.Infra.Functions;

/// <summary>One Lambda function of <c>tasks</c>, its log group, and a role that may do what the function does and no
/// more. Each deployment that changes it publishes a version, and none is taken away: executions name versions, and may
/// be redriven for 14 days after they ended.</summary>
internal sealed class TaskFunction : ComponentResource
{
    private const string LiveAlias = "live";

    private Lambda.Alias? live;

    /// <param name="process">The last part of the function's name, in the user's words: starter, transcription.</param>
    public TaskFunction(string process, TaskFunctionArgs args, ComponentResourceOptions options)
        : base("call-recording:functions:TaskFunction", Names.Function(process), options)
    {
        var name = Names.Function(process);
        var child = new CustomResourceOptions { Parent = this };
        LogGroup = new LogGroup(
            name,
            new()
            {
                Name = $"/aws/lambda/{name}",
                RetentionInDays = args.Settings.LogRetentionDays,
                KmsKeyId = args.Key.Data,
            },
            child);
        Role = new Role(
            name,
            new()
            {
                AssumeRolePolicy = PolicyDocument.TrustIn("lambda.amazonaws.com"),
                Description = $"What {name} may do.",
            },
            child);
        var permissions = new RolePolicy(
            name,
            new() { Role = Role.Id, Policy = PolicyDocument.Of([.. args.Permissions, .. Own(args.Settings)]) },
            child);
        var native = args.Settings.Runtime is RuntimeMode.Native;
        Function = new Lambda.Function(
            name,
            new()
            {
                Name = name,
                Description = args.Description,
                Role = Role.Arn,
                // Spelt out: Pulumi.Aws' own list of runtimes ends before .NET 10.
                Runtime = args.Artifact.Build.Runtime,
                Handler = args.Artifact.Build.Handler,
                Code = args.Artifact.Archive,
                Architectures = args.Artifact.Build.Architecture,
                MemorySize = native ? args.MemoryMb : 2 * args.MemoryMb,
                Timeout = args.TimeoutSeconds,
                Publish = true,
                Environment = new FunctionEnvironmentArgs { Variables = WithFunction(args) },
                LoggingConfig = new FunctionLoggingConfigArgs
                {
                    LogFormat = "JSON",
                    ApplicationLogLevel = "INFO",
                    // With the lines REPORT, which say how long an invocation took, and whether it was cut off.
                    SystemLogLevel = "INFO",
                    LogGroup = LogGroup.Name,
                },
                TracingConfig = new FunctionTracingConfigArgs { Mode = "Active" },
                VpcConfig = Network(args.Settings),
            },
            new() { Parent = this, DependsOn = { permissions } });
        TimeoutSeconds = args.TimeoutSeconds;
        Process = process;
        RegisterOutputs();
    }

    public Lambda.Function Function { get; }

    /// <summary>The version that callers who do not name one get: it moves with each deployment.</summary>
    public Lambda.Alias Live => live ??= new Lambda.Alias(
        $"{Names.Function(Process)}-{LiveAlias}",
        new()
        {
            Name = LiveAlias,
            Description = "What was deployed last.",
            FunctionName = Function.Name,
            FunctionVersion = Function.Version,
        },
        new() { Parent = this });

    /// <summary>The version of this deployment, for ever.</summary>
    public Output<string> VersionArn => Function.QualifiedArn;

    /// <summary>Every version, also those of earlier deployments.</summary>
    public Output<string> EveryVersionArn => Output.Format($"{Function.Arn}:*");

    public Role Role { get; }

    public LogGroup LogGroup { get; }

    public int TimeoutSeconds { get; }

    public string Process { get; }

    private static InputMap<string> WithFunction(TaskFunctionArgs args)
    {
        var variables = args.Environment;
        variables.Add("FUNCTION", args.Function);
        return variables;
    }

    private static Input<FunctionVpcConfigArgs>? Network(StackSettings settings) => settings.Vpc is { } vpc
        ? (Input<FunctionVpcConfigArgs>)new FunctionVpcConfigArgs
        {
            SubnetIds = vpc.SubnetIds.ToArray(),
            SecurityGroupIds = vpc.SecurityGroupIds.ToArray(),
        }
        : null;

    private IEnumerable<Statement> Own(StackSettings settings) =>
    [
        WriteLog(),
        WriteTraces(),
        .. settings.Vpc is null ? Array.Empty<Statement>() : [JoinVpc()],
    ];

    private Statement WriteLog() => new("WriteLog", "logs:CreateLogStream", "logs:PutLogEvents")
    {
        Resources = { Output.Format($"{LogGroup.Arn}:*") },
    };

    private static Statement WriteTraces() => new("WriteTraces", "xray:PutTraceSegments", "xray:PutTelemetryRecords")
    {
        // X-Ray has no resources to name.
        Resources = { "*" },
    };

    /// <remarks>Of https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html: Lambda itself makes the network
    /// interfaces, with this role.</remarks>
    private static Statement JoinVpc() => new(
        "JoinVpc",
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses")
    {
        // Describing has no resources, and the interfaces are not there before Lambda makes them.
        Resources = { "*" },
    };
}
