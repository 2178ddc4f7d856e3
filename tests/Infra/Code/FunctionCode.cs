using System.Reflection;
using System.Runtime.CompilerServices;
using CallRecording.Tasks;

namespace CallRecording.Tests.Infra.Code;

/// <summary>What one function of <c>tasks</c> can reach, read from its compiled code.</summary>
internal sealed class FunctionCode
{
    private const BindingFlags Every =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Tasks = typeof(Functions).Assembly;

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

    private readonly HashSet<MethodBase> reached = [];
    private readonly HashSet<string> actions = new(StringComparer.Ordinal);

    private FunctionCode(Type handler)
    {
        foreach (var method in handler.GetMethods(Every).Where(one => one.Name is "Create" or "HandleAsync"))
        {
            Follow(method);
        }
    }

    /// <param name="function">As <c>Functions</c> names it: Starter, GetJobStatus.</param>
    public static FunctionCode Of(string function) =>
        new(Tasks.GetTypes().Single(type => (type.Name == function || type.Name == $"{function}Handler") && !type.IsNested));

    /// <summary>The IAM actions of the AWS operations that it calls.</summary>
    public IReadOnlySet<string> Actions => actions;

    /// <summary>The environment variables that it reads: the names that stand in its code for making the
    /// handler.</summary>
    public IReadOnlySet<string> Variables => reached.SelectMany(Instructions.Texts)
        .Where(text => text.Contains('_', StringComparison.Ordinal) && text.All(one => one == '_' || char.IsAsciiLetterUpper(one) || char.IsAsciiDigit(one)))
        .Where(text => SettingNames.Contains(text))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Text that stands in a call of the settings reader, anywhere in <c>tasks</c>.</summary>
    private static readonly HashSet<string> SettingNames = Tasks.GetTypes()
        .SelectMany(type => type.GetMethods(Every))
        .Where(method => Instructions.Methods(method).Any(called => called.DeclaringType?.Name == "SettingsReader"))
        .SelectMany(Instructions.Texts)
        .ToHashSet(StringComparer.Ordinal);

    private void Follow(MethodBase method)
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
    private static IEnumerable<MethodBase> Ours(MethodBase called)
    {
        if (called.DeclaringType?.Assembly == Tasks)
        {
            yield return called;
        }

        var machines = (called.IsGenericMethod ? called.GetGenericArguments() : [])
            .Append(called.DeclaringType)
            .Where(type => type is not null && type.Assembly == Tasks && type.IsDefined(typeof(CompilerGeneratedAttribute)));
        foreach (var step in machines.Select(type => type!.GetMethod("MoveNext", Every)).OfType<MethodBase>())
        {
            yield return step;
        }
    }

    private static string? ActionOf(MethodBase called)
    {
        var service = called.DeclaringType?.Name switch
        {
            "IAmazonS3" or "AmazonS3Client" or "ICoreAmazonS3" => "s3",
            "IAmazonDynamoDB" or "AmazonDynamoDBClient" => "dynamodb",
            "IAmazonStepFunctions" or "AmazonStepFunctionsClient" => "states",
            "IAmazonBedrockDataAutomationRuntime" or "AmazonBedrockDataAutomationRuntimeClient" => "bedrock",
            "IAmazonSimpleNotificationService" or "AmazonSimpleNotificationServiceClient" => "sns",
            _ => null,
        };
        // Where a service is, the client knows by itself.
        if (service is null || called.IsConstructor || called.IsSpecialName
            || called.Name == "DetermineServiceOperationEndpoint")
        {
            return null;
        }

        var name = called.Name.EndsWith(
            "Async", StringComparison.Ordinal) ? called.Name[..^"Async".Length] : called.Name;
        return OtherNames.GetValueOrDefault($"{service}:{name}", $"{service}:{name}");
    }
}
