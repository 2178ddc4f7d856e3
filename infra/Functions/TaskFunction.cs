using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda.Inputs;
using Lambda = Pulumi.Aws.Lambda;

namespace CallRecording.Infra.Functions;

/// <summary>One Lambda function of <c>tasks</c>, its log group, and a role that may do what the function does and no
/// more.</summary>
internal sealed class TaskFunction : ComponentResource
{
    /// <param name="process">The last part of the function's name, in the user's words: starter, transcription.</param>
    public TaskFunction(string process, TaskFunctionArgs args, ComponentResourceOptions options)
        : base("call-recording:functions:TaskFunction", Names.Function(process), options)
    {
        var name = Names.Function(process);
        var child = new CustomResourceOptions { Parent = this };
        LogGroup = new LogGroup(
            name, new() { Name = $"/aws/lambda/{name}", RetentionInDays = args.Settings.LogRetentionDays }, child);
        Role = new Role(
            name,
            new() { AssumeRolePolicy = PolicyDocument.TrustIn("lambda.amazonaws.com"), Description = $"What {name} may do." },
            child);
        var permissions = new RolePolicy(
            name,
            new() { Role = Role.Id, Policy = PolicyDocument.Of([.. args.Permissions, WriteLog(), WriteTraces()]) },
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
                Environment = new FunctionEnvironmentArgs { Variables = WithFunction(args) },
                LoggingConfig = new FunctionLoggingConfigArgs
                {
                    LogFormat = "JSON",
                    ApplicationLogLevel = "INFO",
                    SystemLogLevel = "WARN",
                    LogGroup = LogGroup.Name,
                },
                TracingConfig = new FunctionTracingConfigArgs { Mode = "Active" },
            },
            new() { Parent = this, DependsOn = { permissions } });
        TimeoutSeconds = args.TimeoutSeconds;
        Process = process;
        RegisterOutputs();
    }

    public Lambda.Function Function { get; }

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

    private Statement WriteLog() => new("WriteLog", "logs:CreateLogStream", "logs:PutLogEvents")
    {
        Resources = { Output.Format($"{LogGroup.Arn}:*") },
    };

    private static Statement WriteTraces() => new("WriteTraces", "xray:PutTraceSegments", "xray:PutTelemetryRecords")
    {
        // X-Ray has no resources to name.
        Resources = { "*" },
    };
}
