using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Rules;

/// <summary>A service refuses a policy, and with it the deployment, for what IAM itself would take: each has its own
/// actions, resources and sizes.</summary>
internal static class PolicyRules
{
    private const int TopicBytes = 30 * 1024;
    private const int TopicStatements = 100;
    private const int QueueBytes = 8192;
    private const int QueueStatements = 20;
    private const int QueueActions = 7;
    private const int QueueConditions = 10;
    private const int BucketBytes = 20 * 1024;
    private const int KeyBytes = 32 * 1024;
    private const int FunctionBytes = 20 * 1024;
    private const int TrustCharacters = 2048;
    private const int RoleCharacters = 10_240;

    /// <summary>Wildcards are "out of service scope":
    /// https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html.</summary>
    private static readonly string[] OfTopics =
    [
        "sns:AddPermission", "sns:DeleteTopic", "sns:GetDataProtectionPolicy", "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic", "sns:ListTagsForResource", "sns:Publish", "sns:PutDataProtectionPolicy",
        "sns:RemovePermission", "sns:SetTopicAttributes", "sns:Subscribe",
    ];

    /// <summary>Those of a queue, which others may be allowed:
    /// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html.</summary>
    private static readonly string[] OfQueues =
    [
        "sqs:*", "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility",
        "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListDeadLetterSourceQueues", "sqs:PurgeQueue",
    ];

    /// <summary>Without these a key cannot be changed any more:
    /// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html.</summary>
    private static readonly string[] ForAdministrators =
        ["kms:PutKeyPolicy", "kms:GetKeyPolicy", "kms:DescribeKey", "kms:ScheduleKeyDeletion"];

    /// <summary>Their services have no resources to name, or none before they act:
    /// https://docs.aws.amazon.com/service-authorization/latest/reference/.</summary>
    private static readonly string[] WithoutResources =
    [
        "xray:*", "ec2:*", "logs:*LogDelivery", "logs:ListLogDeliveries", "logs:*ResourcePolic*",
        "logs:DescribeLogGroups",
    ];

    public static IEnumerable<string> Every_policy_is_read_without_guessing(DeployedProgram program) =>
        program.Access.All
            .Where(one => one.Refusal is not null)
            .Select(one => $"{one.Name} cannot be read: {one.Refusal}");

    /// <summary>Source: as of the actions.</summary>
    public static IEnumerable<string> A_topics_policy_has_what_SNS_takes(DeployedProgram program) =>
        Of(program, Service.Sns, policy =>
            [
                .. Actions(policy, action => OfTopics.Contains(action, StringComparer.OrdinalIgnoreCase)),
                .. Resources(policy, resource => resource == policy.At),
                .. Size(policy, TopicBytes),
                .. Count("statements", policy.Read!.Statements.Length, TopicStatements),
                // "Each statement in a policy must have a unique statement sid"; that they differ is read with it.
                .. policy.Read.Statements.Where(one => one.Sid.Length == 0)
                    .Select(_ => "has a statement without a Sid"),
            ]);

    /// <summary>Source:
    /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html.</summary>
    public static IEnumerable<string> A_queues_policy_has_what_SQS_takes(DeployedProgram program) =>
        Of(program, Service.Sqs, policy =>
            [
                .. Actions(policy, action => OfQueues.Contains(action, StringComparer.OrdinalIgnoreCase)),
                .. Resources(policy, resource => resource == policy.At),
                .. Size(policy, QueueBytes),
                .. Count("statements", policy.Read!.Statements.Length, QueueStatements),
                .. policy.Read.Statements.SelectMany(
                    one => Count("actions in a statement", one.Actions.Length, QueueActions)),
                .. Count(
                    "conditions", Statements(policy).Sum(one => one["Condition"]?.AsObject().Count ?? 0),
                    QueueConditions),
            ]);

    /// <summary>Each action needs a resource of its kind, or S3 says "Action does not apply to any resource(s) in
    /// statement". Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html.</summary>
    public static IEnumerable<string> A_buckets_policy_has_what_S3_takes(DeployedProgram program) =>
        Of(program, Service.S3, policy =>
            [
                .. Actions(policy, action => action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)),
                .. Resources(policy, resource => resource == policy.At
                    || resource.StartsWith(policy.At + "/", StringComparison.Ordinal)),
                .. policy.Read!.Statements.SelectMany(one => one.Actions.Where(action => action != "s3:*"
                        && !one.Resources.Any(
                            resource => resource.Contains('/', StringComparison.Ordinal) == IsOfObjects(action)))
                    .Select(action => $"names no resource for {action}")),
                .. Size(policy, BucketBytes),
            ]);

    /// <summary>Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html.</summary>
    public static IEnumerable<string> A_keys_policy_has_what_KMS_takes(DeployedProgram program) =>
        Of(program, Service.Kms, policy =>
            [
                .. Actions(
                    policy, action => action.StartsWith("kms:", StringComparison.Ordinal) && !Wildcard.IsIn(action)),
                .. Resources(policy, resource => resource == "*"),
                .. Size(policy, KeyBytes),
                .. ForAdministrators.Where(action => !IsLeftToTheAccount(program, policy, action))
                    .Select(action => $"leaves {action} to no principal in the account"),
            ]);

    /// <summary>Source: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html.</summary>
    public static IEnumerable<string> A_functions_permission_has_what_Lambda_takes(DeployedProgram program) =>
        Of(program, Service.Lambda, policy =>
            [
                .. Actions(policy, action => action == "lambda:InvokeFunction"),
                .. IsThere(program, policy.At) ? Array.Empty<string>() : [$"is about {policy.At}, which is not there"],
                .. Size(policy, FunctionBytes),
                .. policy.Read!.Statements.Where(one => !IsStatementId(one.Sid))
                    .Select(one => $"has the statement id '{one.Sid}'"),
            ]);

    /// <summary>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html.</summary>
    public static IEnumerable<string> A_roles_trust_has_what_IAM_takes(DeployedProgram program) =>
        program.Access.Roles.Values
            .Select(role => role.Trust)
            .Where(trust => trust.Read is not null)
            .SelectMany(trust => Actions(trust, action => action == "sts:AssumeRole")
                .Concat(Count("characters", Characters(trust), TrustCharacters))
                .Select(problem => $"{trust.Name} {problem}."));

    /// <summary>Actions are spelt out, and resources are named, but where a service has none to name. Source of the
    /// size: as of a role's trust.</summary>
    public static IEnumerable<string> A_roles_policy_spells_out_what_it_allows(DeployedProgram program) =>
        program.Access.Roles.Values
            .SelectMany(role => role.Policies.Where(one => one.Read is not null)
                .SelectMany(policy => Actions(policy, action => !Wildcard.IsIn(action)).Concat(OnEverything(policy))
                    .Select(problem => $"{policy.Name} {problem}."))
                .Concat(Count("characters", role.Policies.Sum(Characters), RoleCharacters)
                    .Select(problem => $"{role.Name} {problem} in its policies.")));

    private static IEnumerable<string> OnEverything(DeclaredPolicy policy) => policy.Read!.Statements
        .Where(one => one.Resources.Contains("*"))
        .SelectMany(one => one.Actions)
        .Where(action => !WithoutResources.Any(pattern => Wildcard.Matches(pattern, action)))
        .Select(action => $"allows {action} on every resource");

    private static IEnumerable<string> Of(
        DeployedProgram program, Service service, Func<DeclaredPolicy, IEnumerable<string>> problems) =>
        program.Access.ResourcePolicies
            .Where(one => one.Service == service && one.Read is not null)
            .SelectMany(policy => problems(policy).Select(problem => $"{policy.Name} {problem}."));

    private static IEnumerable<string> Actions(DeclaredPolicy policy, Func<string, bool> takes) =>
        policy.Read!.Statements
            .SelectMany(one => one.Actions)
            .Where(action => !takes(action))
            .Select(action => $"names the action {action}, which the service does not take there");

    private static IEnumerable<string> Resources(DeclaredPolicy policy, Func<string, bool> takes) =>
        policy.Read!.Statements
            .SelectMany(one => one.Resources)
            .Where(resource => !takes(resource))
            .Select(resource => $"names the resource {resource}, which the service does not take there");

    private static IEnumerable<string> Size(DeclaredPolicy policy, int most) =>
        Count("bytes", Encoding.UTF8.GetByteCount(policy.Text), most);

    private static IEnumerable<string> Count(string what, int count, int most) =>
        count > most ? [$"has {count} {what}, expected at most {most}"] : [];

    // IAM does not count white space.
    private static int Characters(DeclaredPolicy policy) => policy.Text.Count(letter => !char.IsWhiteSpace(letter));

    private static IEnumerable<JsonObject> Statements(DeclaredPolicy policy) =>
        policy.Read!.Document["Statement"]!.AsArray().Select(one => one!.AsObject());

    private static bool IsStatementId(string sid) =>
        sid.Length is > 0 and <= 100 && sid.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool IsOfObjects(string action) => action.Contains("Object", StringComparison.Ordinal);

    private static bool IsLeftToTheAccount(DeployedProgram program, DeclaredPolicy policy, string action)
    {
        var administrator = new Caller.Identity(new("aws", "iam", "", program.Account, "role/administrator"));
        var request = new AccessRequest(administrator, action, policy.At, program.Account).With(
            ("aws:SecureTransport", "true"));
        return Evaluator.Decide(request, [Everything], policy.Read) is Decision.Allowed;
    }

    private static readonly IamPolicy Everything = IamPolicy.Parse(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", PolicyKind.Identity);

    private static bool IsThere(DeployedProgram program, string function) => program.Of("aws:lambda/function:Function")
        .Concat(program.Of("aws:lambda/alias:Alias"))
        .Any(one => program.Arn(one) == function);
}
