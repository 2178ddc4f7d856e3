using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>A policy, read strictly.</summary>
internal sealed class IamPolicy
{
    private const string Version = "2012-10-17";

    private IamPolicy(JsonObject document, PolicyKind kind)
    {
        PolicyText.OnlyHas(document, "Version", "Id", "Statement");
        if ((string?)document["Version"] is var version && version != Version)
        {
            throw new PolicyRefusedException($"The version is '{version}', expected {Version}.");
        }

        Document = document;
        Statements = document["Statement"] switch
        {
            JsonArray { Count: > 0 } list => [.. list.Select(one => new PolicyStatement(Block(one), kind))],
            JsonObject only => [new(only, kind)],
            _ => throw new PolicyRefusedException("The policy has no statements."),
        };
        var sids = Statements.Select(one => one.Sid).Where(sid => sid.Length > 0).ToList();
        if (sids.Distinct().Count() < sids.Count)
        {
            throw new PolicyRefusedException($"Two statements have the same Sid: {string.Join(", ", sids)}.");
        }
    }

    public JsonObject Document { get; }

    public ImmutableArray<PolicyStatement> Statements { get; }

    /// <exception cref="PolicyRefusedException">Something in it is not known here.</exception>
    public static IamPolicy Parse(string text, PolicyKind kind)
    {
        try
        {
            return new(Block(JsonNode.Parse(text)), kind);
        }
        catch (JsonException broken)
        {
            throw new PolicyRefusedException($"The policy is no JSON: {broken.Message}");
        }
    }

    private static JsonObject Block(JsonNode? node) =>
        node as JsonObject ?? throw new PolicyRefusedException($"{node?.ToJsonString() ?? "null"} is no block.");
}
