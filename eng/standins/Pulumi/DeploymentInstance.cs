using System.Collections.Immutable;
using Pulumi.Engine;

namespace Pulumi;

/// <summary>The run a program is part of.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(RunningDeployment running) => Internal = running;

    public string StackName => Internal.StackName;

    public string ProjectName => Internal.ProjectName;

    public string OrganizationName => Internal.OrganizationName;

    /// <summary>True in a preview.</summary>
    public bool IsDryRun => Internal.IsDryRun;

    internal RunningDeployment Internal { get; }

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => new(Invocation.ForOutputAsync<T>(token, args));

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Invocation.ForTaskAsync<T>(token, args);
}
