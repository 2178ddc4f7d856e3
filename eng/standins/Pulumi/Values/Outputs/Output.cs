using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes outputs, and makes one of several.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Task.FromResult(value));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Create(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(data => data with { IsSecret = true });
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.With(data => data with { IsSecret = false });

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
        => (await output.DataTask.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => Gather(ImmutableArray.Create(inputs));

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Gather([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => Gather([.. outputs.Select(output => (Input<T>)output)]);

    /// <summary>An interpolated string with outputs and inputs in its holes.</summary>
    public static Output<string> Format(FormattableString formattableString)
        => Gather([.. formattableString.GetArguments().Select(argument => (Input<object?>)Untyped(argument))])
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));

    private static Output<object?> Untyped(object? argument)
    {
        var output = argument is IInput input ? input.ToOutput() : argument as IOutput;
        return output is null ? Create(argument) : new(output.GetDataAsync());
    }

    private static Output<ImmutableArray<T>> Gather<T>(ImmutableArray<Input<T>> inputs)
    {
        return new(GatherAsync());

        async Task<OutputData<ImmutableArray<T>>> GatherAsync()
        {
            var sum = new OutputSum();
            var values = ImmutableArray.CreateBuilder<T>(inputs.Length);
            foreach (var input in inputs)
            {
                values.Add(sum.Add(await ((Output<T>)input).DataTask.ConfigureAwait(false)));
            }

            return sum.Of(values.MoveToImmutable());
        }
    }
}
