namespace CallRecording.Emulators.ApiGateway;

/// <param name="Routes">Of two that fit a path the earlier one is meant, as API Gateway prefers the literal
/// one.</param>
internal sealed record ApiGatewayOptions(IReadOnlyList<ApiRoute> Routes)
{
    /// <summary>API Gateway's own limit for an integration.</summary>
    public TimeSpan IntegrationTimeout { get; init; } = TimeSpan.FromSeconds(29);
}
