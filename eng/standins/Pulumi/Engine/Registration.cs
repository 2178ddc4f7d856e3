using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Engine;

/// <summary>A resource's way to the engine and back into its outputs.</summary>
internal static class Registration
{
    private const string UrnName = "urn";
    private const string IdName = "id";

    public static async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            Fill(resource, await ReadOrRegisterAsync(resource, args, options).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            foreach (var slot in resource.Slots.Values)
            {
                slot.TryFail(exception);
            }

            throw;
        }
    }

    public static async Task RegisterOutputsAsync(Resource resource, IDictionary<string, object?> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var serialized = await Properties.SerializeAsync("outputs", outputs).ConfigureAwait(false);
        await Deployment.Required.Monitor.RegisterOutputsAsync(urn, serialized.Values).ConfigureAwait(false);
    }

    private static async Task<Registered> ReadOrRegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var monitor = Deployment.Required.Monitor;
        if (options.Urn is not null)
        {
            return monitor.Get(options.Urn);
        }

        var id = options.Id is null
            ? ""
            : await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        if (string.IsNullOrEmpty(id))
        {
            return await monitor.RegisterAsync(
                    await PrepareAsync(resource, args, options, (options as CustomResourceOptions)?.ImportId ?? "")
                        .ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        if (resource is not CustomResource)
        {
            throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
        }

        return await monitor.ReadAsync(await PrepareAsync(resource, args, options, id).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    private static async Task<RegisterRequest> PrepareAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, string id)
    {
        var explicitly = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        // What a resource is called is not among its inputs.
        var given = args.ToDictionary().RemoveRange([UrnName, IdName]);
        var properties = await Properties.SerializeAsync(resource.GetResourceName(), given).ConfigureAwait(false);
        var parent = options.Parent ?? (resource is Stack ? null : Deployment.Required.Stack);
        var parentUrn = parent is null ? "" : await parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = resource is CustomResource && options.Provider is not null
            ? await options.Provider.ReferenceAsync().ConfigureAwait(false)
            : "";
        await Dependencies.AwaitAsync([.. explicitly, .. properties.Resources]).ConfigureAwait(false);
        return new(resource, parentUrn, provider, id, properties.Values);
    }

    private static void Fill(Resource resource, Registered answer)
    {
        foreach (var (name, slot) in resource.Slots)
        {
            if (name == UrnName)
            {
                slot.Set(new(ImmutableHashSet<Resource>.Empty, answer.Urn, true, false));
            }
            else if (name == IdName && resource is CustomResource)
            {
                slot.Set(new(ImmutableHashSet<Resource>.Empty, answer.Id, answer.Id.Length > 0, false));
            }
            else if (answer.State.TryGetValue(name, out var value))
            {
                slot.Set(Converter.Convert(value, slot.ValueType));
            }
            else
            {
                slot.TrySetDefault(isKnown: !Deployment.Instance.IsDryRun);
            }
        }
    }
}
