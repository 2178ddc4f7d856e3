namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>Decides as IAM does, without organizations, boundaries, sessions and endpoints, none of which the program
/// has. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.</summary>
internal static class Evaluator
{
    /// <param name="identity">The policies of the caller.</param>
    /// <param name="resource">That of the resource, where it has one.</param>
    public static Decision Decide(AccessRequest request, IEnumerable<IamPolicy> identity, IamPolicy? resource)
    {
        var own = request.Caller is Caller.Identity
            ? identity.SelectMany(policy => policy.Statements)
                .Where(one => one.Match(request) is PrincipalMatch.Caller).ToList()
            : [];
        var its = (resource?.Statements ?? [])
            .Select(statement => (statement.Denies, Match: statement.Match(request)))
            .Where(one => one.Match is not PrincipalMatch.None)
            .ToList();
        if (own.Exists(statement => statement.Denies) || its.Exists(statement => statement.Denies))
        {
            return Decision.ExplicitlyDenied;
        }

        var callerAllows = own.Count > 0;
        var admitsCaller = its.Exists(one => one.Match is PrincipalMatch.Caller);
        var admitsAccount = admitsCaller || its.Exists(one => one.Match is PrincipalMatch.Account);
        var isAllowed = request.Caller switch
        {
            Caller.Identity { Account: var account } when account != request.ResourceAccount =>
                callerAllows && admitsAccount,
            Caller.Identity when AsksResourceAlone(request) => admitsCaller || (callerAllows && admitsAccount),
            Caller.Identity => admitsCaller || callerAllows,
            _ => admitsCaller,
        };
        return isAllowed ? Decision.Allowed : Decision.ImplicitlyDenied;
    }

    /// <summary>Keys and roles belong to whom their own policies say, in their own account too.
    /// https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html,
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
    /// </summary>
    private static bool AsksResourceAlone(AccessRequest request) =>
        request.Action.StartsWith("sts:AssumeRole", StringComparison.OrdinalIgnoreCase)
        || (Arn.TryParse(request.Resource, out var arn)
            && arn is { Service: "kms" } && arn.Resource.StartsWith("key/", StringComparison.Ordinal));
}
