using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Engine;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => TestStackAsync(
            mocks,
            options,
            () => (TStack)Activator.CreateInstance(
                typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return TestStackAsync(
            mocks,
            options,
            () => serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new InvalidOperationException(
                    $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
                    + "Register the type with the service provider before calling RunAsync."));
    }

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var created = await TestStackAsync(testMocks, testOptions, () => new TestStack(createResources))
            .ConfigureAwait(false);
        return ([.. created.Where(one => one is not TestStack)], created.OfType<TestStack>().Single().Returned);
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        return (await TestAsync(testMocks, testOptions, WithoutOutputsAsync).ConfigureAwait(false)).Resources;

        async Task<IDictionary<string, object?>> WithoutOutputsAsync()
        {
            await createResources().ConfigureAwait(false);
            return ImmutableDictionary<string, object?>.Empty;
        }
    }

    public static Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        return TestAsync(testMocks, testOptions, RunToEnd);

        Task RunToEnd()
        {
            createResources();
            return Task.CompletedTask;
        }
    }

    private static async Task<ImmutableArray<Resource>> TestStackAsync<TStack>(
        IMocks mocks, TestOptions? options, Func<TStack> createStack)
        where TStack : Stack
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException(
                "Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var deployment = new RunningDeployment(mocks, options);
        Running.Value = new(deployment);
        await deployment.Runner.RunAsync(createStack).ConfigureAwait(false);
        return deployment.Runner.Errors switch
        {
            [] => deployment.Monitor.Resources,
            [var only] => throw new RunException(only),
            var several => throw new AggregateException(several.Select(error => new RunException(error))),
        };
    }
}
