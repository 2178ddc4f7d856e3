using System.Text.Json;
using CallRecording.Infra.Functions;

namespace CallRecording.Infra.Settings;

/// <summary>Checks a stack's settings without Pulumi's engine, for <c>infra/deploy</c>, and tells it those that it
/// needs.</summary>
internal static class SettingsCommand
{
    public const string Name = "settings";

    private const string Project = "call-recording";

    /// <param name="arguments">The environment.</param>
    /// <param name="config">What <c>pulumi config --json</c> prints: an object of "project:key" to {"value":
    /// text}.</param>
    /// <param name="output">A line NAME=VALUE for each setting that the script reads.</param>
    /// <returns>0, or 1 with a line for each setting that is wrong.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextReader config, TextWriter output, TextWriter complaints)
    {
        try
        {
            var environment = arguments is [var only]
                ? only
                : throw new SettingsException(["expected: settings ENVIRONMENT"]);
            foreach (var (name, value) in Lines(Read(environment, config.ReadToEnd())))
            {
                output.WriteLine($"{name}={value}");
            }

            return 0;
        }
        catch (SettingsException refusal)
        {
            complaints.WriteLine(refusal.Message);
            return 1;
        }
    }

    private static StackSettings Read(string environment, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var start = Project + ":";
            var given = document.RootElement.EnumerateObject()
                .Where(one => one.Name.StartsWith(start, StringComparison.Ordinal))
                .ToDictionary(
                    one => one.Name[start.Length..],
                    one => one.Value.GetProperty("value").ToString(),
                    StringComparer.Ordinal);
            return StackSettingsFile.Read(environment, Project, given.GetValueOrDefault, given.Keys);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SettingsException([$"what 'pulumi config --json' printed cannot be read: {problem.Message}"]);
        }
    }

    private static IEnumerable<(string Name, string Value)> Lines(StackSettings settings) =>
    [
        ("accountId", settings.AccountId),
        ("region", settings.Region),
        ("recordingsBucket", settings.RecordingsBucket),
        ("recordingsPrefix", settings.RecordingsPrefix),
        ("auth", StackSettingsReader.Spelled(settings.Auth)),
        ("uploads", settings.Uploads ? "true" : "false"),
        ("protectData", settings.ProtectData ? "true" : "false"),
        ("target", settings.Runtime is RuntimeMode.Managed ? "managed" : FunctionArtifact.TargetOf(settings).Name),
        ("vpcSubnetIds", string.Join(' ', settings.Vpc?.SubnetIds ?? [])),
    ];
}
