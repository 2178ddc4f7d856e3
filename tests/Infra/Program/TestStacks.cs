using CallRecording.Infra.Settings;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Infra.Program;

/// <summary>The three stacks of the project, from their own settings files.</summary>
internal static class TestStacks
{
    public static readonly string[] Environments = ["dev", "staging", "prod"];

    /// <summary>Settings that are off by default.</summary>
    public static readonly (string Key, string Value)[] EveryOption =
    [
        ("uploads", "true"),
        ("recordingsPrefix", "calls/"),
        ("recordingsKeyArn", "arn:aws:kms:us-east-1:444444444444:key/11111111-2222-3333-4444-555555555555"),
        ("publisherArn", "arn:aws:iam::444444444444:role/publisher"),
        ("resultsRetentionDays", "365"),
        ("allowedOrigins", "https://calls.example.org"),
        ("vpcSubnetIds", "subnet-0a1b2c3d4e5f60718 subnet-1a1b2c3d4e5f60718"),
        ("vpcSecurityGroupIds", "sg-0a1b2c3d4e5f60718"),
        ("domainName", "calls.example.com"),
        ("certificateArn", "arn:aws:acm:us-east-1:333333333333:certificate/11111111-2222-3333-4444-555555555555"),
        ("webAclArn", "arn:aws:wafv2:us-east-1:333333333333:global/webacl/calls/11111111-2222-3333-4444-555555555555"),
    ];

    private const string Project = "call-recording";

    public static StackSettings Settings(string environment, IReadOnlyDictionary<string, string>? changes = null)
    {
        var file = new Dictionary<string, string>(
            StackFile.Read(ProjectFiles.At("infra"), environment).Settings, StringComparer.Ordinal);
        foreach (var (key, value) in changes ?? new Dictionary<string, string>())
        {
            file[key] = value;
        }

        return StackSettingsFile.Read(environment, Project, file.GetValueOrDefault, file.Keys);
    }

    /// <summary>Runs the program for one environment, as its settings file says or with changes.</summary>
    public static Task<RecordedProgram> RunAsync(string environment, params (string Key, string Value)[] changes) =>
        RunAsync(environment, _ => new RecordingMocks(), changes);

    /// <summary>Runs it under mocks of another kind.</summary>
    public static async Task<RecordedProgram> RunAsync(
        string environment, Func<StackSettings, RecordingMocks> mocks, params (string Key, string Value)[] changes)
    {
        var settings = Settings(environment, changes.ToDictionary(one => one.Key, one => one.Value));
        using var published = new PublishedFunctions(settings);
        return await RecordedProgram.RunAsync(settings, published.Open(), mocks(settings));
    }
}
