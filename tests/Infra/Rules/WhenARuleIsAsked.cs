using CallRecording.Tests.Infra.Breakages;
using CallRecording.Tests.Infra.Picture;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Every rule, by its name, of every stack: with each way to authenticate, with and without uploads, and with
/// every option.</summary>
public sealed class WhenARuleIsAsked(RecordedPrograms programs) : IClassFixture<RecordedPrograms>
{
    private static readonly Dictionary<string, (string Environment, Dictionary<string, string> Settings)> Stacks = new()
    {
        ["dev"] = ("dev", []),
        ["staging"] = ("staging", []),
        ["prod"] = ("prod", []),
        ["dev without signing in"] =
            ("dev", new() { ["auth"] = "none", ["uploads"] = "false", ["allowOpenApi"] = "true" }),
        ["staging with keys"] = ("staging", new() { ["auth"] = "apiKey" }),
        ["staging with IAM"] = ("staging", new() { ["auth"] = "iam", ["uploads"] = "true", ["allowedOrigins"] = "*" }),
        ["staging with uploads"] =
            ("staging", new() { ["uploads"] = "true", ["allowedOrigins"] = "https://a.example https://b.example" }),
        [PictureStacks.EveryOption] = ("prod", new(PictureStacks.Options)),
    };

    public static TheoryData<string, string> Questions()
    {
        var questions = new TheoryData<string, string>();
        foreach (var rule in NamedRules.All.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var stack in Stacks.Keys)
            {
                // The runner would cut a rule's name, which says what is wrong.
                questions.Add(
                    new TheoryDataRow<string, string>(rule, stack) { TestDisplayName = $"{rule} holds for {stack}" });
            }
        }

        return questions;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task It_finds_nothing_wrong(string rule, string stack)
    {
        var (environment, settings) = Stacks[stack];
        var asked = NamedRules.All[rule];
        var program = await programs.OfAsync(environment, settings, asked.IsOfDeployed);

        var problems = string.Join(Environment.NewLine, asked.Problems(program));

        Assert.True(problems.Length == 0, problems);
    }

    /// <summary>A rule that was never seen to notice anything may be one that cannot.</summary>
    [Fact]
    public void Each_rule_by_a_name_of_its_own_was_seen_to_notice_something()
    {
        // An output is no input of a resource: WhenWhatIsNoInputIsWrong has it.
        string[] elsewhere = ["StackValueRules.The_outputs_are_what_they_are_called_after"];
        var seen = BreakageFiles.All.Select(one => one.NoticedBy).Concat(elsewhere).ToHashSet(StringComparer.Ordinal);

        var unseen = NamedRules.All.Keys.Where(
            rule => rule.Contains('.', StringComparison.Ordinal) && !seen.Contains(rule)).ToList();

        Assert.Empty(unseen);
    }
}
