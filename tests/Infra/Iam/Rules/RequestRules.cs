using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;
using CallRecording.Tests.Infra.Iam.Requests;

namespace CallRecording.Tests.Infra.Iam.Rules;

/// <summary>Each role may do what is asked for with it, and nothing else.</summary>
internal static class RequestRules
{
    public static IEnumerable<string> Whatever_is_asked_for_with_a_role_it_may(DeployedProgram program)
    {
        var access = program.Access;
        foreach (var one in program.Requests)
        {
            if (access.Decide(one.Request) is var decision && decision is not Decision.Allowed)
            {
                yield return $"{one.Role.Name} may not {one.Request.Action} {one.Request.Resource}: "
                    + $"{decision}; {one.Why}.";
            }
        }

        foreach (var name in RequestFiles.OfFunctions.Keys.Except(["uploads"]).Where(
            name => RoleRequests.RoleOf(program, name) is null))
        {
            yield return $"There is no function {name} with a role of the stack's.";
        }
    }

    /// <summary>A pattern that is a little too wide is used, too.</summary>
    public static IEnumerable<string> Nothing_near_what_is_asked_for_is_allowed(DeployedProgram program)
    {
        var access = program.Access;
        return (
            from one in program.Requests
            from near in NearResources.Of(one)
            where access.Decide(one.Request with { Resource = near }) is Decision.Allowed
            select $"{one.Role.Name} may {one.Request.Action} {near}, too.").Distinct();
    }

    public static IEnumerable<string> Whatever_a_role_may_is_asked_for(DeployedProgram program)
    {
        var access = program.Access;
        var requests = program.Requests.ToLookup(one => one.Role.Arn);
        var resources = new DeployedResources(program);
        var excuses = RequestFiles.Unused.ToDictionary(one => one, _ => false);
        foreach (var (role, statement, action, resource) in Permissions(access))
        {
            if (requests[role.Arn].Any(one => statement.Match(one.Request) is PrincipalMatch.Caller))
            {
                continue;
            }

            var excuse = RequestFiles.Unused.FirstOrDefault(one => role.Name == RoleRequests.Prefix + one.Role
                && one.Action == action
                && resources.Find(one.Resource, one.Role)
                    .Any(arn => IsAbout(statement, role, action, arn, program.Account)));
            if (excuse is null)
            {
                yield return $"{role.Name} may {action} {resource}, which nothing asks for.";
            }
            else
            {
                excuses[excuse] = true;
            }
        }

        foreach (var excuse in excuses.Where(one => !one.Value).Select(one => one.Key))
        {
            yield return $"unused.json excuses {excuse.Role} for {excuse.Action} {excuse.Resource}, which it may not, "
                + "or which something asks for.";
        }
    }

    public static IEnumerable<string> Every_role_has_exactly_one_owner(DeployedProgram program)
    {
        var access = program.Access;
        string[] held =
        [
            .. program.Of("aws:lambda/function:Function").Select(one => one.Text("role")),
            .. program.Of("aws:sfn/stateMachine:StateMachine").Select(one => one.Text("roleArn")),
            .. program.Of("aws:apigateway/account:Account").Select(one => one.Text("cloudwatchRoleArn")),
        ];
        return held.Where(arn => !access.Roles.ContainsKey(arn)).Select(arn => $"'{arn}' is no role of the stack's.")
            .Concat(held.GroupBy(arn => arn).Where(group => group.Count() > 1).Select(
                group => $"{group.Key} is the role of {group.Count()} things."))
            .Concat(access.Roles.Keys.Except(held).Select(arn => $"{arn} is a role that nothing uses."))
            .Concat(access.Strays.Select(name => $"A policy is for the role {name}, which is not there."));
    }

    /// <summary>Attached policies change without the stack: only the one of AWS' own that API Gateway logs with is
    /// here.</summary>
    public static IEnumerable<string> No_role_has_a_policy_from_outside_the_stack(DeployedProgram program) =>
        program.Access.Roles.Values
            .SelectMany(role => role.Attached.Select(policy => (role.Name, Policy: policy)))
            .Where(one => one != (
                RoleRequests.Prefix + "api-logging",
                "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"))
            .Select(one => $"{one.Name} has the policy {one.Policy}.");

    /// <summary>Each action on each resource that an allowing statement names, as a statement of its own.</summary>
    private static IEnumerable<(DeclaredRole Role, PolicyStatement Statement, string Action, string Resource)>
        Permissions(DeclaredAccess access) =>
        from role in access.Roles.Values
        from policy in role.Policies
        where policy.Read is not null
        from statement in policy.Read!.Statements.Zip(policy.Read.Document["Statement"]!.AsArray())
        where !statement.First.Denies
        from action in statement.First.Actions
        from resource in statement.First.Resources
        select (role, Narrowed(statement.Second!.AsObject(), action, resource), action, resource);

    private static bool IsAbout(
        PolicyStatement statement, DeclaredRole role, string action, string arn, string account) =>
        statement.Match(new(new Caller.Identity(Arn.Parse(role.Arn)), action, arn, account)) is PrincipalMatch.Caller;

    private static PolicyStatement Narrowed(JsonObject statement, string action, string resource)
    {
        var narrow = statement.DeepClone().AsObject();
        (narrow["Action"], narrow["Resource"]) = (action, resource);
        return new(narrow, PolicyKind.Identity);
    }
}
