using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value that is there later, and the resources it came from.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        // A test waits for every output its program made, and shows failures of outputs that were not read.
        Deployment.Current?.Runner.Watch(dataTask);
    }

    internal Task<OutputData<T>> DataTask { get; }

    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Bind(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Bind(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Bind(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => Bind(func);

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Bind(value => func(value));

    public override string ToString()
    {
        const string advice = "An Output<T> has no string of its own: use Apply, or Output.Format($\"...\"). "
            + "See https://www.pulumi.com/docs/concepts/inputs-outputs";
        Log.Warn(advice);
        return advice;
    }

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(ReadAsync());

        async Task<OutputData<T>> ReadAsync()
            => new(ImmutableHashSet<Resource>.Empty, await value.ConfigureAwait(false), true, isSecret);
    }

    internal static Output<T> Unknown(T value)
        => new(Task.FromResult(new OutputData<T>(ImmutableHashSet<Resource>.Empty, value, false, false)));

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await DataTask.ConfigureAwait(false)).Untyped();

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new(ChangedAsync());

        async Task<OutputData<T>> ChangedAsync() => change(await DataTask.ConfigureAwait(false));
    }

    private Output<TResult> Bind<TResult>(Func<T, Output<TResult>?> func) => new(BindAsync(func));

    private async Task<OutputData<TResult>> BindAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var outer = await DataTask.ConfigureAwait(false);
        // What is unknown in a preview stays so: the function runs once there is something to run on.
        if (!outer.IsKnown)
        {
            return new(outer.Resources, default!, false, outer.IsSecret);
        }

        if (func(outer.Value) is not { } result)
        {
            return new(outer.Resources, default!, true, outer.IsSecret);
        }

        var inner = await result.DataTask.ConfigureAwait(false);
        return new(
            outer.Resources.Union(inner.Resources), inner.Value, inner.IsKnown, outer.IsSecret || inner.IsSecret);
    }
}
