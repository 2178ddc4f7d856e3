using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>Everything that is asked for with the stack's roles.</summary>
internal static class RoleRequests
{
    public const string Prefix = "dmg-inbound-callrecording-";

    private const string EveryFunction = "*";

    public static IReadOnlyList<RoleRequest> Of(DeployedProgram program)
    {
        var resources = new DeployedResources(program);
        var functions = program.Of("aws:lambda/function:Function").Select(one => one.Name[Prefix.Length..]).ToList();
        var own = RequestFiles.OfFunctions
            .Where(one => functions.Contains(one.Key))
            .SelectMany(one => Requests(program, resources, one.Key, one.Value, "the function asks for it"));
        var onBehalf = RequestFiles.OnBehalf
            .Where(one => Happens(program, one.When))
            .SelectMany(one => (one.Role == EveryFunction ? functions : [one.Role])
                .SelectMany(role => Requests(program, resources, role, one.Requests, one.Why)));
        return [.. own.Concat(onBehalf)];
    }

    private static IEnumerable<RoleRequest> Requests(
        DeployedProgram program,
        DeployedResources resources,
        string name,
        Dictionary<string, string[]> requests,
        string why)
    {
        if (RoleOf(program, name) is not { } role)
        {
            return [];
        }

        return
            from action in requests
            from word in action.Value
            from arn in resources.Find(word, name)
            select new RoleRequest(role, word, Request(program, role, action.Key, arn), why);
    }

    private static AccessRequest Request(DeployedProgram program, DeclaredRole role, string action, string arn)
    {
        var request = new AccessRequest(new Caller.Identity(Arn.Parse(role.Arn)), action, arn, AccountOf(program, arn))
            .With(("aws:SecureTransport", "true"), ("aws:PrincipalAccount", program.Account));
        return action.StartsWith("kms:", StringComparison.Ordinal)
            ? request.With(
                ("kms:ViaService", $"s3.{program.Region}.amazonaws.com"), ("kms:CallerAccount", program.Account))
            : request;
    }

    /// <summary>The role of a function, or of the state machine; null where there is neither.</summary>
    public static DeclaredRole? RoleOf(DeployedProgram program, string name) =>
        program.Access.RoleOf(Prefix + name)
        ?? program.Of("aws:sfn/stateMachine:StateMachine").Where(one => one.Name == Prefix + name)
            .Select(machine => program.Access.Roles.GetValueOrDefault(machine.Text("roleArn")))
            .FirstOrDefault();

    /// <summary>That of the ARN; where it has none, the stack's own: recordings may be another's, whose bucket must
    /// allow it too.</summary>
    private static string AccountOf(DeployedProgram program, string arn) =>
        Arn.TryParse(arn, out var parsed) && parsed.Account.Length > 0 ? parsed.Account : program.Account;

    private static bool Happens(DeployedProgram program, string? when) => when switch
    {
        null => true,
        "vpc" => program.Program.Settings.Vpc is not null,
        "recordingsKey" => program.Program.Settings.RecordingsKeyArn.Length > 0,
        _ => throw new InvalidOperationException($"'{when}' is no option that is known here."),
    };
}
