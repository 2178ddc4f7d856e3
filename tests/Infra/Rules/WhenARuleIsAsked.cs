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
        ["staging with keys"] = ("staging", new() { ["auth"] = "apiKey" }),
        ["staging with IAM"] = ("staging", new() { ["auth"] = "iam" }),
        ["staging with uploads"] = ("staging", new() { ["uploads"] = "true", ["allowedOrigins"] = "https://a.example https://b.example" }),
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
                questions.Add(new TheoryDataRow<string, string>(rule, stack) { TestDisplayName = $"{rule} holds for {stack}" });
            }
        }

        return questions;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task It_finds_nothing_wrong(string rule, string stack)
    {
        var (environment, settings) = Stacks[stack];
        var program = await programs.OfAsync(environment, settings);

        var problems = string.Join(Environment.NewLine, NamedRules.All[rule](program));

        Assert.True(problems.Length == 0, problems);
    }
}
