using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiAws;

public sealed class WhenAProgramUsesIt
{
    private readonly Recorder recorder = new();

    [Fact]
    public async Task Its_resources_reach_the_engine_under_the_bridges_names()
    {
        await Deployment.TestAsync(recorder, new TestOptions { IsPreview = false }, () =>
        {
            var role = new Pulumi.Aws.Iam.Role("role", new() { AssumeRolePolicy = "{}" });
            var function = new Function("start", new()
            {
                Code = new FileArchive("start.zip"),
                Runtime = Runtime.Dotnet10,
                Role = role.Arn,
                Environment = new FunctionEnvironmentArgs { Variables = { ["Table"] = "calls" } },
            });
            _ = new Permission("may", new()
            {
                Action = "lambda:InvokeFunction",
                Function = function.Name,
                Principal = "sns.amazonaws.com",
            });
        });

        var inputs = recorder["aws:lambda/function:Function"];
        Assert.Equal("dotnet10", inputs["runtime"]);
        Assert.Equal("the arn of role", inputs["role"]);
        Assert.Equal("calls", Inside(Inside(inputs["environment"])["variables"])["Table"]);
        Assert.Equal("{}", recorder["aws:iam/role:Role"]["assumeRolePolicy"]);
        Assert.Equal("the name of start", recorder["aws:lambda/permission:Permission"]["function"]);
    }

    [Fact]
    public async Task A_missing_argument_is_named()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestAsync(
            recorder,
            new TestOptions { IsPreview = false },
            () => { _ = new Pulumi.Aws.Sqs.QueuePolicy("policy", new() { Policy = "{}" }); }));

        Assert.Contains("QueueUrl is required", failure.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, object> Inside(object value) =>
        Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(value);

    private sealed class Recorder : IMocks
    {
        private ImmutableDictionary<string, ImmutableDictionary<string, object>> seen =
            ImmutableDictionary<string, ImmutableDictionary<string, object>>.Empty;

        public ImmutableDictionary<string, object> this[string type] => seen[type];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            ImmutableInterlocked.TryAdd(ref seen, args.Type!, args.Inputs); // every resource has its type
            object state = args.Inputs
                .SetItem("arn", $"the arn of {args.Name}")
                .SetItem("name", $"the name of {args.Name}");
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
