using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Engine;

/// <summary>Calls a provider function.</summary>
internal static class Invocation
{
    /// <summary>Unknown when an argument is, or a resource it comes from has no id yet.</summary>
    public static async Task<OutputData<T>> ForOutputAsync<T>(string token, InvokeArgs? args)
    {
        var properties = await SerializeLoudlyAsync(token, args).ConfigureAwait(false);
        if (!Deserializer.Deserialize(properties.Values).IsKnown
            || !await AllExistAsync(properties.Resources).ConfigureAwait(false))
        {
            return new(ImmutableHashSet<Resource>.Empty, default!, false, false);
        }

        var result = await CallAsync(token, properties).ConfigureAwait(false);
        var data = Converter.Convert<T>(result);
        return data with { Resources = data.Resources.Union(properties.Resources) };
    }

    public static async Task<T> ForTaskAsync<T>(string token, InvokeArgs? args)
    {
        var properties = await SerializeAsync(token, args).ConfigureAwait(false);
        return Converter.Convert<T>(await CallAsync(token, properties).ConfigureAwait(false)).Value;
    }

    // The package logs this as an error, beside letting the output fail: an output may have no reader.
    private static async Task<Properties> SerializeLoudlyAsync(string token, InvokeArgs? args)
    {
        try
        {
            return await SerializeAsync(token, args).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.Error($"Error serializing arguments for invoke {token}: {exception}");
            throw;
        }
    }

    private static Task<Properties> SerializeAsync(string token, InvokeArgs? args)
        => Properties.SerializeAsync($"invoke:{token}", (args ?? InvokeArgs.Empty).ToDictionary());

    private static Task<ImmutableDictionary<string, object?>> CallAsync(string token, Properties properties)
        => Deployment.Required.Monitor.InvokeAsync(token, provider: "", properties.Values);

    private static async Task<bool> AllExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in Dependencies.Reachable(resources).OfType<CustomResource>())
        {
            if (resource.Id is not null && !(await resource.Id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }
}
