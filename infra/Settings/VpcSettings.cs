namespace CallRecording.Infra.Settings;

/// <summary>A network of the account's own.</summary>
/// <param name="SubnetIds">From which the services that the functions ask can be reached.</param>
/// <param name="SecurityGroupIds">That let HTTPS out.</param>
internal sealed record VpcSettings(IReadOnlyList<string> SubnetIds, IReadOnlyList<string> SecurityGroupIds);
