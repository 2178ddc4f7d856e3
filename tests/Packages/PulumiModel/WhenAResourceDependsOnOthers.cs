using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenAResourceDependsOnOthers
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    private readonly SlowCarpenter slow = new();

    [Fact]
    public async Task It_waits_for_them()
    {
        await slow.RunAsync(Update, () =>
        {
            var first = new Shelf("first");
            _ = new Shelf("free");
            _ = new Shelf("second", options: new CustomResourceOptions { DependsOn = { first } });
        });

        Assert.Equal(["first", "free"], slow.AskedBeforeTheFirstAnswer);
        Assert.Equal(["first", "free", "second"], slow.Asked);
    }

    [Fact]
    public async Task A_component_stands_for_what_it_holds()
    {
        await slow.RunAsync(Update, () =>
        {
            var room = new Room("hall");
            _ = new Shelf("second", options: new CustomResourceOptions { DependsOn = { room } });
        });

        Assert.Equal(["hall"], slow.AskedBeforeTheFirstAnswer);
        Assert.Equal(["hall", "hall-shelf", "second"], slow.Asked);
    }

    [Fact]
    public async Task It_waits_for_the_arguments_it_takes_from_them()
    {
        await slow.RunAsync(Update, () =>
        {
            var first = new Shelf("first");
            _ = new Shelf("second", new ShelfArgs { Above = first });
        });

        Assert.Equal(["first"], slow.AskedBeforeTheFirstAnswer);
        Assert.Equal(["first", "second"], slow.Asked);
    }

    /// <summary>Answers nothing before the program has come to its end.</summary>
    private sealed class SlowCarpenter : IMocks
    {
        private readonly TaskCompletionSource programEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string?> asked = [];

        public IReadOnlyList<string?> AskedBeforeTheFirstAnswer { get; private set; } = [];

        public IReadOnlyList<string?> Asked => asked;

        public async Task RunAsync(TestOptions options, Action program)
            => await Deployment.TestAsync(this, options, () =>
            {
                program();
                AskedBeforeTheFirstAnswer = [.. asked];
                programEnded.SetResult();
            });

        public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            lock (asked)
            {
                asked.Add(args.Name);
            }

            await programEnded.Task;
            return (args.Type == Room.Token ? null : $"{args.Name}-id", args.Inputs);
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }
}
