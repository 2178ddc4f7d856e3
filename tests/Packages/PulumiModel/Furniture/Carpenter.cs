using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

/// <summary>Mocks that keep what they were asked, and answer every resource with its inputs.</summary>
internal sealed class Carpenter : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> asked = new();
    private readonly ConcurrentQueue<MockRegisterResourceOutputsRequest> outputs = new();

    public IReadOnlyList<MockResourceArgs> Asked => [.. asked];

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => [.. outputs];

    /// <summary>What the answer has beyond the inputs.</summary>
    public ImmutableDictionary<string, object> Added { get; init; } = ImmutableDictionary<string, object>.Empty;

    public Func<MockResourceArgs, string?> IdOf { get; init; } = args => $"{args.Name}-id";

    public Func<MockCallArgs, object> Answer { get; init; } =
        args => throw new InvalidOperationException($"{args.Token} is not expected.");

    public MockResourceArgs this[string name] => Asked.Single(args => args.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        asked.Enqueue(args);
        var id = args.Type == Room.Token ? null : IdOf(args);
        return Task.FromResult<(string?, object)>((id, args.Inputs.SetItems(Added)));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(Answer(args));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
