using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Simulator;

/// <summary>Our evaluator is judged by one that others made.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenTheSimulatorIsAsked
{
    private const int Seed = 13;
    private const int Near = 6;
    private const int Enough = 3000;

    [Fact]
    public async Task It_decides_as_we_do_of_every_policy_of_the_program_and_of_requests_near_it()
    {
        Assert.SkipWhen(IamSimulator.Missing is not null, IamSimulator.Missing ?? "");
        var seen = new HashSet<(string At, string Text)>();
        var cases = new List<(SimulatorCase Case, bool IsExact)>();
        foreach (var program in await ProgramsAsync())
        {
            cases.AddRange(Cases(program, policy => seen.Add((policy.At, policy.Text))));
        }

        var answers = await IamSimulator.JudgeAsync(
            [.. cases.Select(one => one.Case)], TestContext.Current.CancellationToken);

        var judged = cases.Zip(answers).Where(one => one.Second.Error is null).ToList();
        var unjudged = cases.Zip(answers).Where(one => one.First.IsExact && one.Second.Error is not null)
            .Select(one => $"{one.Second.Error}: {one.First.Case.Request}");
        AssertNone("The simulator knows no such request", unjudged);
        AssertNone("The simulator decides otherwise", judged.Where(one => !Agree(one.First.Case, one.Second))
            .Select(
                one => $"{one.Second.Result}, we {Ours(one.First.Case, one.Second)}: {one.First.Case.Request} by "
                    + $"{Policies(one.First.Case)}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{judged.Count} of {cases.Count} requests were judged.");
        Assert.True(judged.Count > Enough, $"Only {judged.Count} of {cases.Count} requests were judged.");
        // Each answer occurs, so that agreeing says something.
        Assert.All(
            Enum.GetNames<Decision>(),
            decision =>
                Assert.True(judged.Count(one => one.Second.Result == decision) > Enough / 20, $"{decision} is rare."));
    }

    private static async Task<IReadOnlyList<DeployedProgram>> ProgramsAsync()
    {
        var programs = new List<DeployedProgram>();
        foreach (var environment in TestStacks.Environments)
        {
            foreach (var auth in Enum.GetValues<AuthMode>())
            {
                (string Key, string Value)[] settings =
                [
                    ("auth", StackSettingsReader.Spelled(auth)),
                    ("allowOpenApi", "true"),
                    ("uploads", auth is AuthMode.None ? "false" : "true"),
                    ("encryption", auth is AuthMode.ApiKey ? "kms" : "serviceManaged"),
                ];
                programs.Add(await DeployedProgram.RunAsync(environment, settings));
            }
        }

        programs.Add(await DeployedProgram.RunAsync("prod", TestStacks.EveryOption));
        return programs;
    }

    private static IEnumerable<(SimulatorCase Case, bool IsExact)> Cases(
        DeployedProgram program, Func<DeclaredPolicy, bool> isNew)
    {
        var access = program.Access;
        var generator = new CaseGenerator(new Random(Seed), program.Account);
        foreach (var policy in access.All.Where(one => one.Read is not null && isNew(one)))
        {
            var role = policy.Kind is PolicyKind.Identity ? access.Roles[policy.At] : null;
            foreach (var exact in generator.Exact(policy, role))
            {
                yield return (exact, true);
                foreach (var near in generator.Near(exact, Near).Concat(
                    generator.WithAnotherPolicy(exact, policy.Kind, Near)))
                {
                    yield return (near, false);
                }
            }
        }
    }

    private static bool Agree(SimulatorCase one, SimulatorAnswer answer) =>
        Ours(one, answer).ToString() == answer.Result;

    /// <summary>Without the keys that the service does not tell, as the simulator leaves them out.</summary>
    private static Decision Ours(SimulatorCase one, SimulatorAnswer answer) =>
        (one with { Request = answer.Ignored.Aggregate(one.Request, (request, key) => request.Without(key)) }).Decide();

    private static string Policies(SimulatorCase one) =>
        string.Join(' ', one.Identity.Append(one.Resource).Select(policy => policy?.Document.ToJsonString()));

    private static void AssertNone(string what, IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(
            all.Count == 0,
            $"{what}, {all.Count} times:"
                + $"{Environment.NewLine}{string.Join(Environment.NewLine, all.Distinct().Take(12))}");
    }
}
