using Pulumi.Testing;

namespace Pulumi.Engine;

/// <summary>All there is to one run of a program.</summary>
internal sealed class RunningDeployment(IMocks mocks, TestOptions? options)
{
    private Stack? stack;

    public ProgramRunner Runner { get; } = new();

    public MockMonitor Monitor { get; } = new(mocks);

    public StackConfig Config { get; } = StackConfig.FromEnvironment();

    public string StackName { get; } = options?.StackName ?? "stack";

    public string ProjectName { get; } = options?.ProjectName ?? "project";

    public string OrganizationName { get; } = options?.OrganizationName ?? "organization";

    public bool IsDryRun { get; } = options?.IsPreview ?? true;

    public Stack Stack
    {
        get => stack ?? throw new InvalidOperationException("A resource was created before the program's stack.");
        set => stack = value;
    }
}
