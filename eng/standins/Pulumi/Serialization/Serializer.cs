using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns a property into what the engine would get: null, bool, double, string, list, map, asset, and the marks
/// <see cref="Unknown"/>, <see cref="Secret"/> and <see cref="ResourceReference"/>.
/// </summary>
internal sealed partial class Serializer
{
    /// <summary>Every resource met on the way.</summary>
    public HashSet<Resource> DependentResources { get; } = [];

    public async Task<object?> SerializeAsync(string context, object? value, bool keepResources) => value switch
    {
        null or bool or double or string => value,
        int number => (double)number,
        InputArgs args => await MapAsync(context, args.ToDictionary(), keepResources).ConfigureAwait(false),
        InvalidAsset or InvalidArchive => throw new InvalidOperationException(
            $"Cannot serialize an invalid asset: {context}"),
        AssetOrArchive => value,
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}"),
        IInputCollection collection
            => await OutputAsync(context, collection.Elements.ToOutput(), keepResources).ConfigureAwait(false),
        IInput input => await OutputAsync(context, input.ToOutput(), keepResources).ConfigureAwait(false),
        IUnion union => await SerializeAsync(context, union.Value, keepResources).ConfigureAwait(false),
        JsonElement json => Json(json),
        IOutput output => await OutputAsync(context, output, keepResources).ConfigureAwait(false),
        CustomResource custom => await CustomAsync(context, custom, keepResources).ConfigureAwait(false),
        ComponentResource component => await ComponentAsync(context, component, keepResources).ConfigureAwait(false),
        IDictionary dictionary => await MapAsync(context, dictionary, keepResources).ConfigureAwait(false),
        IList list => await ListAsync(context, list, keepResources).ConfigureAwait(false),
        Enum number when number.GetTypeCode() == TypeCode.Int32 => (double)(int)value,
        ValueTuple => null,
        _ => await MarkedAsync(context, value, keepResources).ConfigureAwait(false),
    };

    private async Task<object?> OutputAsync(string context, IOutput output, bool keepResources)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        DependentResources.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Unknown.Instance;
        }

        var value = await SerializeAsync(context, data.Value, keepResources).ConfigureAwait(false);
        return data.IsSecret ? new Secret(value) : value;
    }

    private async Task<object?> CustomAsync(string context, CustomResource custom, bool keepResources)
    {
        DependentResources.Add(custom);
        // A resource that was itself made of a reference has no id of its own.
        var id = await SerializeAsync(context, custom.Id, keepResources).ConfigureAwait(false);
        return keepResources ? await ReferenceAsync(context, custom).ConfigureAwait(false) : id;
    }

    private async Task<object?> ComponentAsync(string context, ComponentResource component, bool keepResources)
        => keepResources
            ? await ReferenceAsync(context, component).ConfigureAwait(false)
            : await OutputAsync(context, component.Urn, keepResources).ConfigureAwait(false);

    private async Task<object?> ReferenceAsync(string context, Resource resource)
        => await OutputAsync(context, resource.Urn, keepResources: true).ConfigureAwait(false) is string urn
            ? new ResourceReference(urn)
            : Unknown.Instance;

    private async Task<ImmutableDictionary<string, object?>> MapAsync(
        string context, IDictionary dictionary, bool keepResources)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
            {
                throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{context}");
            }
            // A property without a value is a property that is not there.
            if (await SerializeAsync($"{context}.{key}", entry.Value, keepResources).ConfigureAwait(false) is { } item)
            {
                result[key] = item;
            }
        }

        return result.ToImmutable();
    }

    private async Task<ImmutableArray<object?>> ListAsync(string context, IList list, bool keepResources)
    {
        // A default immutable array counts as empty, and throws when its length is read.
        if (list.GetType().GetProperty("IsDefault")?.GetValue(list) is true)
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            result.Add(await SerializeAsync($"{context}[{index}]", list[index], keepResources).ConfigureAwait(false));
        }

        return result.MoveToImmutable();
    }
}
