using CallRecording.Tests.Infra.Iam.Requests;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>The program's resources with the names and ARNs that they will have.</summary>
internal sealed class DeployedProgram(RecordedProgram program)
{
    private DeclaredAccess? access;
    private IReadOnlyList<RoleRequest>? requests;

    public RecordedProgram Program => program;

    /// <summary>Who may do what in it.</summary>
    public DeclaredAccess Access => access ??= new(this);

    public string Region => Program.Settings.Region;

    public string Account => Program.Settings.AccountId;

    /// <summary>What is asked for with its roles.</summary>
    public IReadOnlyList<RoleRequest> Requests => requests ??= RoleRequests.Of(this);

    public static async Task<DeployedProgram> RunAsync(
        string environment, params (string Key, string Value)[] changes) =>
        new(await TestStacks.RunAsync(environment, settings => new DeployedMocks(settings), changes));

    public IEnumerable<Registration> Of(string type) => Program.Of(type);

    /// <summary>One of a resource's outputs.</summary>
    public string Answer(Registration resource, string attribute) =>
        AwsNames.Of(Program.Settings, resource, attribute);

    public string Arn(Registration resource) => Answer(resource, "arn");
}
