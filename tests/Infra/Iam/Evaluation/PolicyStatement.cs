using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>One statement of a policy. NotAction, NotResource and NotPrincipal are refused: the program has
/// none.</summary>
internal sealed class PolicyStatement
{
    private readonly PrincipalElement? principal;
    private readonly ImmutableArray<Arn> arns;
    private readonly bool isAboutEverything;
    private readonly ImmutableArray<PolicyCondition> conditions;

    /// <exception cref="PolicyRefusedException">Something in it is not known here.</exception>
    public PolicyStatement(JsonObject statement, PolicyKind kind)
    {
        PolicyText.OnlyHas(statement, nameof(Sid), "Effect", "Principal", "Action", "Resource", "Condition");
        Sid = (string?)statement[nameof(Sid)] ?? "";
        Denies = (string?)statement["Effect"] switch
        {
            "Allow" => false,
            "Deny" => true,
            var effect => throw new PolicyRefusedException($"The effect is '{effect}', expected Allow or Deny."),
        };
        principal = (kind, statement["Principal"]) switch
        {
            (PolicyKind.Identity, null) => null,
            (PolicyKind.Identity, _) => throw new PolicyRefusedException("A role's policy names no principal."),
            (_, { } principal) => new(principal),
            _ => throw new PolicyRefusedException("A resource's policy names a principal."),
        };
        Actions = PolicyText.List(statement["Action"], "Action");
        foreach (var action in Actions.Where(action => action != "*"
            && action.Split(':') is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            throw new PolicyRefusedException($"'{action}' is no action.");
        }

        // A role's trust is about the role.
        if (kind is PolicyKind.Trust != statement["Resource"] is null)
        {
            throw new PolicyRefusedException("A policy names resources, unless it is a role's trust.");
        }

        Resources = kind is PolicyKind.Trust ? ["*"] : PolicyText.List(statement["Resource"], "Resource");
        isAboutEverything = Resources.Contains("*");
        arns = [.. Resources.Where(one => one != "*").Select(Arn.Parse)];
        conditions = [.. ConditionsOf(statement["Condition"])];
    }

    public string Sid { get; }

    public bool Denies { get; }

    public ImmutableArray<string> Actions { get; }

    public ImmutableArray<string> Resources { get; }

    /// <summary>How the statement is about this caller, where it is about the request at all.</summary>
    public PrincipalMatch Match(AccessRequest request)
    {
        var isAbout = Actions.Any(
            action => Wildcard.Matches(action, request.Action, StringComparison.OrdinalIgnoreCase))
            && (isAboutEverything || (Arn.TryParse(request.Resource, out var arn) && arns.Any(one => one.Matches(arn))))
            && conditions.All(condition => condition.Holds(request.Context));
        return isAbout ? principal?.Match(request.Caller) ?? PrincipalMatch.Caller : PrincipalMatch.None;
    }

    private static IEnumerable<PolicyCondition> ConditionsOf(JsonNode? conditions) => conditions switch
    {
        null => [],
        JsonObject block => block.SelectMany(operation => operation.Value is JsonObject keys
            ? keys.Select(one => new PolicyCondition(operation.Key, one.Key, PolicyText.List(one.Value, one.Key)))
            : throw new PolicyRefusedException($"{operation.Key} has no keys.")),
        _ => throw new PolicyRefusedException("Condition is no block."),
    };
}
