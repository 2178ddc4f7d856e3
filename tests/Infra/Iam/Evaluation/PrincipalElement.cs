using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>Whom a statement of a resource's policy is about. Source:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html.</summary>
internal sealed class PrincipalElement
{
    private readonly bool everyPrincipal;
    private readonly ImmutableArray<string> services;
    private readonly ImmutableArray<string> accounts;
    private readonly ImmutableArray<string> identities;

    /// <exception cref="PolicyRefusedException">It names principals of a kind that is not known here.</exception>
    public PrincipalElement(JsonNode principal)
    {
        var named = principal is JsonObject block
            ? block.ToDictionary(one => one.Key, one => PolicyText.List(one.Value, $"Principal.{one.Key}"))
            : new() { ["AWS"] = PolicyText.List(principal, "Principal") };
        if (principal is not JsonObject && named["AWS"] is not ["*"])
        {
            throw new PolicyRefusedException($"The principal {principal.ToJsonString()} is of no kind.");
        }

        foreach (var kind in named.Keys.Except(["AWS", "Service"]))
        {
            throw new PolicyRefusedException($"Principals of the kind {kind} are not known here.");
        }

        services = named.GetValueOrDefault("Service", []);
        var aws = named.GetValueOrDefault("AWS", []);
        everyPrincipal = aws.Contains("*");
        accounts = [.. aws.Select(AccountOf).OfType<string>()];
        identities = [.. aws.Where(one => one != "*" && AccountOf(one) is null)];
        // In a principal a wildcard stands for every principal or for none.
        foreach (var pattern in identities.Concat(services).Where(Wildcard.IsIn))
        {
            throw new PolicyRefusedException($"The principal {pattern} has a wildcard, which matches no principal.");
        }

        foreach (var identity in identities)
        {
            Arn.Parse(identity);
        }
    }

    public PrincipalMatch Match(Caller caller) => caller switch
    {
        _ when everyPrincipal => PrincipalMatch.Caller,
        Caller.Service service when services.Contains(service.Name) => PrincipalMatch.Caller,
        Caller.Identity identity when identities.Contains(identity.Arn.ToString()) => PrincipalMatch.Caller,
        Caller.Identity identity when accounts.Contains(identity.Account) => PrincipalMatch.Account,
        _ => PrincipalMatch.None,
    };

    /// <summary>Twelve digits, or the account's root, both of which stand for the account.</summary>
    private static string? AccountOf(string principal) =>
        principal.Length == 12 && principal.All(char.IsAsciiDigit)
            ? principal
            : Arn.TryParse(principal, out var arn) && arn is { Service: "iam", Resource: "root" } ? arn.Account : null;
}
