namespace CallRecording.Local.Ops;

/// <summary>What an environment's settings file, infra/Pulumi.ENVIRONMENT.yaml, says of where its stack is.</summary>
internal sealed record StackFile(string Environment, string Region, string Project)
{
    private const string Prefix = "call-recording:";
    private const string UsualProject = "dmg-inbound-callrecording";

    public string Table => $"{Project}-{Environment}-call-recordings";

    /// <exception cref="LocalException">There is no such file, or no region in it.</exception>
    public static StackFile Read(string folder, string environment)
    {
        var path = Path.Combine(folder, $"Pulumi.{environment}.yaml");
        if (!File.Exists(path))
        {
            throw new LocalException($"there is no environment '{environment}': {path} does not exist");
        }

        // One setting a line, as pulumi config set writes them.
        var settings = File.ReadLines(path)
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(line => line[Prefix.Length..].Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1].Trim().Trim('"', '\''), StringComparer.Ordinal);
        return settings.GetValueOrDefault("region") is { Length: > 0 } region
            ? new StackFile(environment, region, settings.GetValueOrDefault("project", UsualProject))
            : throw new LocalException($"{path} has no {Prefix}region");
    }
}
