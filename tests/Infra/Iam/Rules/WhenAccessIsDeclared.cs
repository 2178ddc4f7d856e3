using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Breakages;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Rules;

/// <summary>Who may do what, in every environment, with each way to authenticate and with every option.</summary>
public sealed class WhenAccessIsDeclared(RecordedPrograms programs) : IClassFixture<RecordedPrograms>
{
    private const int Shown = 20;

    private static readonly Dictionary<string, string> Options = TestStacks.EveryOption.ToDictionary(
        one => one.Key, one => one.Value);

    public static TheoryData<string> Rules() =>
        [.. NamedRules.All.Values.Where(rule => rule.IsOfDeployed).Select(rule => rule.Name).Order(
            StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task It_keeps_the_rule(string rule)
    {
        foreach (var (environment, settings) in Stacks())
        {
            var program = await programs.OfAsync(environment, settings, isDeployed: true);

            var problems = NamedRules.All[rule].Problems(program).ToList();

            Assert.True(
                problems.Count == 0,
                $"{environment} with {string.Join(", ", settings)}:{Environment.NewLine}"
                    + string.Join(Environment.NewLine, problems.Take(Shown)));
        }
    }

    private static IEnumerable<(string Environment, Dictionary<string, string> Settings)> Stacks()
    {
        foreach (var environment in TestStacks.Environments)
        {
            foreach (var auth in Enum.GetValues<AuthMode>())
            {
                yield return (environment, new()
                {
                    ["auth"] = StackSettingsReader.Spelled(auth),
                    ["allowOpenApi"] = "true",
                    ["uploads"] = auth is AuthMode.None ? "false" : "true",
                    ["encryption"] = auth is AuthMode.ApiKey ? "serviceManaged" : "kms",
                });
            }
        }

        yield return ("prod", Options);
        yield return ("prod", new(Options) { ["encryption"] = "serviceManaged", ["publisherArn"] = "" });
    }
}
