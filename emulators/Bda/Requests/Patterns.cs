using System.Text.RegularExpressions;

namespace CallRecording.Emulators.Bda.Requests;

/// <summary>The service's constraints, letter by letter from its published model (API version 2024-06-13).</summary>
internal static class Patterns
{
    public const string ClientToken = "[a-zA-Z0-9](-*[a-zA-Z0-9]){1,256}";
    public const string S3Uri = """s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/[^\x00-\x1F\x7F\{^}%`\]">\[~<#|]*)?""";
    public const string ProfileArn = Arn + ":(aws|[0-9]{12}):data-automation-profile/[a-zA-Z0-9-_.]+";
    public const string ProjectArn = Arn + ":(aws|[0-9]{12}):data-automation-project/[a-zA-Z0-9-_]+";
    public const string InvocationArn = Arn + ":[0-9]{12}:data-automation-invocation/[a-zA-Z0-9-_]+";
    public const string BlueprintArn = Arn
        + ":(aws|[0-9]{12}):blueprint/(bedrock-data-insights-public-[a-zA-Z0-9-_]{1,30}"
        + "|bedrock-data-automation-public-[a-zA-Z0-9-_]{1,30}|[a-zA-Z0-9-]{12,36})";
    public const string BlueprintVersion = "[0-9]*";
    public const string KmsKeyId = "[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]+";
    public const string TagKey = @"(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*";
    public const string TagValue = @"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

    private const string Arn = "arn:aws(|-cn|-iso|-iso-[a-z]|-us-gov):bedrock:[a-zA-Z0-9-]*";

    /// <summary>Whether the whole text fits: the model's patterns are meant from end to end.</summary>
    public static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
