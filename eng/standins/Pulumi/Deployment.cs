using Pulumi.Engine;

namespace Pulumi;

/// <summary>Runs a program: for real with the package's engine, here in tests only.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private Deployment()
    {
    }

    public static DeploymentInstance Instance
        => Running.Value
            ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static RunningDeployment? Current => Running.Value?.Internal;

    internal static RunningDeployment Required => Instance.Internal;

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => Refuse();

    public static Task<int> RunAsync<TStack>() where TStack : Stack, new() => Refuse();

    // The package fails so too when no engine is there to talk to.
    private static Task<int> Refuse()
        => Task.FromException<int>(new InvalidOperationException(MissingPackage.Message));
}
