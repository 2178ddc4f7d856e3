namespace Pulumi;

/// <summary>How a provider function is called; without members, since no call here differs.</summary>
public class InvokeOptions;
