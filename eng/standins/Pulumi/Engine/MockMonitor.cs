using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Engine;

/// <summary>The engine of a test: asks the mocks.</summary>
internal sealed class MockMonitor(IMocks mocks)
{
    private readonly Lock gate = new();
    private readonly List<Resource> resources = [];
    private readonly Dictionary<string, Registered> byUrn = [];

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (gate)
            {
                return [.. resources];
            }
        }
    }

    public async Task<Registered> RegisterAsync(RegisterRequest request)
    {
        lock (gate)
        {
            resources.Add(request.Resource);
        }

        if (request.Type == Stack.RootType)
        {
            return new(UrnOf(request), "", ImmutableDictionary<string, object?>.Empty);
        }

        return await AskAsync(request).ConfigureAwait(false);
    }

    public async Task<Registered> ReadAsync(RegisterRequest request)
    {
        var answer = await AskAsync(request).ConfigureAwait(false);
        lock (gate)
        {
            resources.Add(request.Resource);
        }

        return answer with { Id = request.Id };
    }

    public Registered Get(string urn)
    {
        lock (gate)
        {
            return byUrn.TryGetValue(urn, out var known)
                ? known
                : throw new InvalidOperationException($"Unknown resource {urn}");
        }
    }

    public async Task<ImmutableDictionary<string, object?>> InvokeAsync(
        string token, string provider, ImmutableDictionary<string, object?> args)
    {
        var call = new MockCallArgs { Token = token, Args = Deserializer.Known(args), Provider = provider };
        return await StateAsync(await mocks.CallAsync(call).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public Task RegisterOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs)
        => mocks.RegisterResourceOutputs(new(
            urn,
            outputs.ToImmutableDictionary(
                pair => pair.Key,
                pair => new Output<object?>(Task.FromResult(Deserializer.Deserialize(pair.Value))))));

    private async Task<Registered> AskAsync(RegisterRequest request)
    {
        var (id, state) = await mocks.NewResourceAsync(new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = Deserializer.Known(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        }).ConfigureAwait(false);

        var answer = new Registered(UrnOf(request), id ?? request.Id, await StateAsync(state).ConfigureAwait(false));
        lock (gate)
        {
            byUrn[answer.Urn] = answer;
        }

        return answer;
    }

    // Of the parent's chain of types only the outermost is kept: so do the package's mocks, unlike the engine.
    private static string UrnOf(RegisterRequest request)
    {
        var type = request.Parent.Length == 0
            ? request.Type
            : $"{request.Parent.Split("::")[2].Split('$')[0]}${request.Type}";
        return $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{type}::{request.Name}";
    }

    private static async Task<ImmutableDictionary<string, object?>> StateAsync(object state)
    {
        var value = state is IDictionary<string, object> dictionary ? dictionary.ToImmutableDictionary() : state;
        return await new Serializer().SerializeAsync("", value, keepResources: true).ConfigureAwait(false)
            as ImmutableDictionary<string, object?>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }
}
