using System.Collections.Immutable;
using CallRecording.Tests.Infra.Iam.Evaluation;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>Who may do what, as the program declares it.</summary>
internal sealed class DeclaredAccess
{
    private const string RoleType = "aws:iam/role:Role";

    private readonly DeployedProgram program;

    public DeclaredAccess(DeployedProgram program)
    {
        this.program = program;
        var rolePolicies = program.Of("aws:iam/rolePolicy:RolePolicy").ToLookup(one => one.Text("role"));
        var attachments = program.Of("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .ToLookup(one => one.Text("role"));
        Roles = program.Of(RoleType)
            .Select(role =>
                ReadRole(role, rolePolicies[program.Answer(role, "name")], attachments[program.Answer(role, "name")]))
            .ToDictionary(role => role.Arn, StringComparer.Ordinal);
        Strays =
        [
            .. rolePolicies.Select(one => one.Key).Concat(attachments.Select(one => one.Key))
                .Where(name => !Roles.Values.Any(role => role.Arn.EndsWith($"/{name}", StringComparison.Ordinal))),
        ];
        ResourcePolicies =
        [
            .. program.Of("aws:sns/topicPolicy:TopicPolicy")
                .Select(one => OfResource(one, Service.Sns, one.Text("arn"))),
            .. program.Of("aws:sqs/queuePolicy:QueuePolicy")
                .Select(one => OfResource(one, Service.Sqs, Queue(one.Text("queueUrl")))),
            .. program.Of("aws:s3/bucketPolicy:BucketPolicy")
                .Select(one => OfResource(one, Service.S3, $"arn:{AwsNames.Partition}:s3:::{one.Text("bucket")}")),
            .. program.Of("aws:kms/key:Key").Select(one => OfResource(one, Service.Kms, program.Arn(one))),
            .. FunctionPolicies.Of(program),
        ];
    }

    /// <summary>What the owner of a resource in another account must say; docs/deployment.md asks for it.</summary>
    private IamPolicy ForeignPolicy => IamPolicy.Parse(
        $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{program.Account}}}"}"""
            + ""","Action":"*","Resource":"*"}}""",
        PolicyKind.Resource);

    /// <summary>By their ARNs.</summary>
    public IReadOnlyDictionary<string, DeclaredRole> Roles { get; }

    /// <summary>Names of roles that policies are for and that are not there.</summary>
    public ImmutableArray<string> Strays { get; }

    public ImmutableArray<DeclaredPolicy> ResourcePolicies { get; }

    public IEnumerable<DeclaredPolicy> All =>
        Roles.Values.SelectMany(role => role.Policies.Prepend(role.Trust)).Concat(ResourcePolicies);

    /// <summary>What IAM would answer. A policy that cannot be read allows nothing and denies nothing; PolicyRules
    /// says so.</summary>
    /// <param name="further">Policies of a caller that is not the stack's.</param>
    public Decision Decide(AccessRequest request, params IEnumerable<IamPolicy> further)
    {
        var own = request.Caller is Caller.Identity caller && Roles.TryGetValue(caller.Arn.ToString(), out var role)
            ? role.Policies.Select(one => one.Read).OfType<IamPolicy>()
            : [];
        return Evaluator.Decide(request, own.Concat(further), PolicyOf(request));
    }

    /// <summary>The role that a function runs with.</summary>
    /// <param name="function">Its name: <c>dmg-inbound-callrecording-starter</c>.</param>
    /// <returns>Null where there is no such function.</returns>
    public DeclaredRole? RoleOf(string function) =>
        program.Of("aws:lambda/function:Function").SingleOrDefault(one => one.Text("name") == function) is { } found
            && Roles.TryGetValue(found.Text("role"), out var role)
            ? role
            : null;

    private IamPolicy? PolicyOf(AccessRequest request)
    {
        if (request.ResourceAccount != program.Account)
        {
            return ForeignPolicy;
        }

        if (request.Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))
        {
            return Roles.TryGetValue(request.Resource, out var role) ? role.Trust.Read : null;
        }

        // A bucket's policy is about its objects, too.
        return ResourcePolicies
            .Where(one => one.At == request.Resource
                || (one.Service is Service.S3 && request.Resource.StartsWith(one.At + "/", StringComparison.Ordinal)))
            .Select(one => one.Read)
            .FirstOrDefault();
    }

    private DeclaredRole ReadRole(
        Registration role, IEnumerable<Registration> policies, IEnumerable<Registration> attachments)
    {
        var arn = program.Arn(role);
        return new(
            role.Name,
            arn,
            DeclaredPolicy.Of(
                $"{role.Type} {role.Name}", Service.Iam, PolicyKind.Trust, arn, role.Text("assumeRolePolicy")),
            [
                .. policies.Select(one => DeclaredPolicy.Of(
                    $"{one.Type} {one.Name}", Service.Iam, PolicyKind.Identity, arn, one.Text("policy"))),
            ],
            [.. attachments.Select(one => one.Text("policyArn"))]);
    }

    private static DeclaredPolicy OfResource(Registration policy, Service service, string at) =>
        DeclaredPolicy.Of($"{policy.Type} {policy.Name}", service, PolicyKind.Resource, at, policy.Text("policy"));

    private string Queue(string url) =>
        program.Of("aws:sqs/queue:Queue").Where(queue => program.Answer(queue, "url") == url)
            .Select(program.Arn)
            .SingleOrDefault("");
}
