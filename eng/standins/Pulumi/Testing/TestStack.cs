namespace Pulumi.Testing;

/// <summary>Holds the resources that a test makes in a function instead of a stack class.</summary>
internal sealed class TestStack : Stack
{
    // Blocks, as the package does: a stack is complete when its constructor returns.
    public TestStack(Func<Task<IDictionary<string, object?>>> createResources)
        => Returned = createResources().GetAwaiter().GetResult();

    public IDictionary<string, object?> Returned { get; }
}
