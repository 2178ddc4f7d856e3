using System.Globalization;
using CallRecording.Workflow.Cost;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CallRecording.Operations.Targets;

/// <summary>What an environment's settings file, infra/Pulumi.ENVIRONMENT.yaml, says of its stack.</summary>
internal sealed record StackFile(string Environment, IReadOnlyDictionary<string, string> Settings)
{
    private const string Prefix = "call-recording:";

    private static readonly string[] Required = ["region", "accountId"];

    public string Region => Settings["region"];

    public string AccountId => Settings["accountId"];

    /// <exception cref="CommandException">It is no number.</exception>
    public decimal AudioMinuteDollars =>
        Settings.GetValueOrDefault("audioMinuteDollars") is not { } text ? CallCost.AudioMinuteDollars
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var dollars) ? dollars
        : throw new CommandException($"audioMinuteDollars of {Environment} is '{text}', expected a number");

    public StackNames Names
    {
        get
        {
            var stem = $"{Settings.GetValueOrDefault("project", StackNames.Project)}-{Environment}";
            return new StackNames(
                $"{stem}-call-recordings",
                $"{stem}-call-words",
                Settings.GetValueOrDefault("recordingsBucket", string.Empty),
                Settings.GetValueOrDefault("recordingsPrefix", string.Empty),
                $"{stem}-output-",
                IsResultsWhole: false,
                KeepsVersions: true,
                $"arn:{Partition}:states:{Region}:{AccountId}:stateMachine:{StackNames.StateMachine}")
            {
                Uploads = HasUploads ? $"{stem}-{AccountId}-uploads" : null,
            };
        }
    }

    private bool HasUploads => Settings.GetValueOrDefault("uploads") is "true";

    // As infra/Settings/StackSettings.cs has it.
    private string Partition => Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";

    /// <exception cref="CommandException">There is no such file, it is not YAML, or it lacks account or region.
    /// </exception>
    public static StackFile Read(string folder, string environment)
    {
        var path = Path.Combine(folder, $"Pulumi.{environment}.yaml");
        if (!File.Exists(path))
        {
            throw new CommandException($"there is no environment '{environment}': {path} does not exist");
        }

        var settings = ReadSettings(path);
        var missing = Required.FirstOrDefault(key => settings.GetValueOrDefault(key) is not { Length: > 0 });
        return missing is null
            ? new StackFile(environment, settings)
            : throw new CommandException($"{path} has no {Prefix}{missing}");
    }

    private static Dictionary<string, string> ReadSettings(string path)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(File.ReadAllText(path)));
        }
        catch (YamlException problem)
        {
            throw new CommandException(
                $"{path} is not YAML at line {problem.Start.Line}, column {problem.Start.Column}: {problem.Message}",
                problem);
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }]
            && root.Children.TryGetValue("config", out var found) && found is YamlMappingNode config
                ? config.Children
                    .Select(pair => (Key: Text(pair.Key), Value: Text(pair.Value)))
                    .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
                    .ToDictionary(pair => pair.Key[Prefix.Length..], pair => pair.Value, StringComparer.Ordinal)
                : [];
    }

    // A secret is a mapping, not a scalar, and no command needs one.
    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? string.Empty;
}
