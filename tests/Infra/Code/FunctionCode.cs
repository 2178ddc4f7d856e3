using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace CallRecording.Tests.Infra.Code;

/// <summary>What one function of <c>tasks</c> can reach, read from its compiled code.</summary>
internal sealed class FunctionCode
{
    // Operations whose permission has another name:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["s3:GetObjectMetadata"] = "s3:GetObject",
        ["s3:GetPreSignedURL"] = "s3:GetObject",
        ["s3:InitiateMultipartUpload"] = "s3:PutObject",
        ["s3:UploadPart"] = "s3:PutObject",
        ["s3:CompleteMultipartUpload"] = "s3:PutObject",
    };

    private readonly HashSet<MethodDefinition> reached = [];
    private readonly HashSet<string> actions = new(StringComparer.Ordinal);

    private FunctionCode(TypeDefinition handler)
    {
        foreach (var method in handler.Methods.Where(one => one.Name is "Create" or "HandleAsync"))
        {
            Follow(method);
        }
    }

    /// <param name="function">As <c>Functions</c> names it: Starter, GetJobStatus.</param>
    public static FunctionCode Of(string function) =>
        new(TaskAssembly.Types.Single(type =>
            (type.Name == function || type.Name == $"{function}Handler") && !type.IsNested));

    /// <summary>The IAM actions of the AWS operations that it calls.</summary>
    public IReadOnlySet<string> Actions => actions;

    /// <summary>The environment variables that it reads: the names that stand in its code for making the
    /// handler.</summary>
    public IReadOnlySet<string> Variables => reached.SelectMany(Instructions.Texts)
        .Where(text => text.Contains('_', StringComparison.Ordinal)
            && text.All(one => one == '_' || char.IsAsciiLetterUpper(one) || char.IsAsciiDigit(one)))
        .Where(text => SettingNames.Contains(text))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Text that stands in a call of the settings reader, anywhere in <c>tasks</c>.</summary>
    private static readonly HashSet<string> SettingNames = TaskAssembly.Types
        .SelectMany(type => type.Methods)
        .Where(method => Instructions.Methods(method).Any(called => called.DeclaringType.Name == "SettingsReader"))
        .SelectMany(Instructions.Texts)
        .ToHashSet(StringComparer.Ordinal);

    private void Follow(MethodDefinition method)
    {
        if (!reached.Add(method))
        {
            return;
        }

        foreach (var called in Instructions.Methods(method))
        {
            if (ActionOf(called) is { } action)
            {
                actions.Add(action);
            }

            foreach (var next in Ours(called))
            {
                Follow(next);
            }
        }
    }

    /// <summary>The method itself, and the state machine that an async or iterator method starts.</summary>
    private static IEnumerable<MethodDefinition> Ours(MethodReference called)
    {
        if (TaskAssembly.Find(called) is { } method)
        {
            yield return method;
        }

        var machines = (called is GenericInstanceMethod generic ? generic.GenericArguments : [])
            .Append(called.DeclaringType)
            .Select(TaskAssembly.Find)
            .OfType<TypeDefinition>()
            .Where(IsCompilerGenerated);
        foreach (var step in machines.SelectMany(type => type.Methods).Where(step => step.Name == "MoveNext"))
        {
            yield return step;
        }
    }

    private static bool IsCompilerGenerated(TypeDefinition type) =>
        type.CustomAttributes.Any(one => one.AttributeType.Name == nameof(CompilerGeneratedAttribute));

    private static string? ActionOf(MethodReference called)
    {
        var service = called.DeclaringType.Name switch
        {
            "IAmazonS3" or "AmazonS3Client" or "ICoreAmazonS3" => "s3",
            "IAmazonDynamoDB" or "AmazonDynamoDBClient" => "dynamodb",
            "IAmazonStepFunctions" or "AmazonStepFunctionsClient" => "states",
            "IAmazonBedrockDataAutomationRuntime" or "AmazonBedrockDataAutomationRuntimeClient" => "bedrock",
            "IAmazonSimpleNotificationService" or "AmazonSimpleNotificationServiceClient" => "sns",
            _ => null,
        };
        // No operations: .ctor, get_Config, and where a service is, which the client knows by itself.
        if (service is null || called.Name.IndexOfAny(['.', '_']) >= 0
            || called.Name == "DetermineServiceOperationEndpoint")
        {
            return null;
        }

        var name = called.Name.EndsWith(
            "Async", StringComparison.Ordinal) ? called.Name[..^"Async".Length] : called.Name;
        return OtherNames.GetValueOrDefault($"{service}:{name}", $"{service}:{name}");
    }
}
