using CallRecording.Tests.Infra.Iam.Callers;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Rules;

/// <summary>Topics, queues, buckets, functions, roles and the key admit whom they must, and no other caller.</summary>
internal static class CallerRules
{
    public static IEnumerable<string> Whom_the_design_names_is_admitted(DeployedProgram program)
    {
        var access = program.Access;
        return
            from caller in DesignedCallers.Of(program)
            let decision = access.Decide(caller.Request, caller.Own)
            where decision is not Decision.Allowed
            select $"It does not work that {caller.What}: {decision} for {caller.Request}.";
    }

    public static IEnumerable<string> A_caller_of_an_encrypted_resource_may_use_its_key(DeployedProgram program)
    {
        var access = program.Access;
        return
            from caller in KeyRequests.Of(program)
            let decision = access.Decide(caller.Request)
            where decision is not Decision.Allowed
            select $"{caller.What}, and its key not: {decision} for {caller.Request}.";
    }

    public static IEnumerable<string> A_stranger_is_not_admitted(DeployedProgram program)
    {
        var access = program.Access;
        return (
            from caller in DesignedCallers.Of(program).Concat(KeyRequests.Of(program))
            from stranger in Strangers.Of(caller, program.Account)
            where access.Decide(stranger.Request, stranger.Own) is Decision.Allowed
            select $"{stranger.Who} may do it, too, where {caller.What}: {stranger.Request}.").Distinct();
    }

    /// <summary>Also for what a role of the stack's own does with topics, queues and buckets.</summary>
    public static IEnumerable<string> Nothing_is_sent_or_read_without_TLS(DeployedProgram program)
    {
        var access = program.Access;
        var foreign = $"arn:aws:s3:::{program.Program.Settings.RecordingsBucket}";
        var own = program.Requests
            .Where(one => one.Request.Resource.Split('/')[0] != foreign)
            .Select(one => new DesignedCaller($"{one.Role.Name} asks", one.Request));
        return
            from caller in DesignedCallers.Of(program).Concat(own).Concat(Subscribers(program))
            where caller.Request.Action.Split(':')[0] is "sns" or "sqs" or "s3"
            let decision = access.Decide(caller.Request.With((SourceKeys.Tls, "false")), caller.Own)
            where decision is not Decision.ExplicitlyDenied
            select $"Where {caller.What}, it may do so without TLS: {decision} for {caller.Request.Action} "
                + $"{caller.Request.Resource}.";
    }

    /// <summary>Other listeners of a topic, by policies of the account that the stack does not know.</summary>
    private static IEnumerable<DesignedCaller> Subscribers(DeployedProgram program) => program.Of("aws:sns/topic:Topic")
        .Select(topic => new DesignedCaller(
            "a listener subscribes",
            new AccessRequest(
                new Caller.Identity(new("aws", "iam", "", program.Account, "role/listener")), "sns:Subscribe",
                program.Arn(topic), program.Account))
        {
            Own = [Strangers.Everything],
        });

    /// <summary>What a resource's policy allows is what a caller of the design asks for; of the key only who may use it
    /// is judged, by the strangers.</summary>
    public static IEnumerable<string> Whatever_a_resource_allows_the_design_names(DeployedProgram program)
    {
        var access = program.Access;
        var callers = DesignedCallers.Of(program);
        foreach (var policy in access.ResourcePolicies.Where(one => one.Read is not null
            && one.Service is not Service.Kms))
        {
            foreach (var statement in policy.Read!.Statements.Where(one => !one.Denies))
            {
                foreach (var action in statement.Actions.Where(action => !callers.Any(
                    one => one.Request.Action == action && statement.Match(one.Request) is not PrincipalMatch.None)))
                {
                    yield return $"{policy.Name} allows {action} by {statement.Sid}, which no caller "
                        + "of the design asks for.";
                }
            }
        }
    }
}
