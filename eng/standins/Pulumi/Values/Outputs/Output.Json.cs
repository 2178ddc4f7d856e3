using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>The value as JSON; outputs and inputs inside it are written as their values.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(SerializeAsync());

        async Task<OutputData<string>> SerializeAsync()
        {
            var data = await value.DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return new(data.Resources, "", false, data.IsSecret);
            }

            var sum = new OutputSum();
            sum.Add(data);
            var withOutputs = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
            withOutputs.Converters.Add(new OutputJsonConverterFactory(sum));
            var json = JsonSerializer.Serialize(data.Value, withOutputs);
            return sum.Of(sum.IsKnown ? json : "");
        }
    }
}
