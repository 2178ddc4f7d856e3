namespace CallRecording.Tests.Infra.Breakages;

/// <summary>Rules that hold for the program say little until each is seen to notice what it is for.</summary>
public sealed class WhenAValueIsWrong(RecordedPrograms programs) : IClassFixture<RecordedPrograms>
{
    public static TheoryData<string> Breakages() => [.. BreakageFiles.All.Select(one => one.What)];

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task The_rule_that_it_is_for_notices_it(string what)
    {
        var breakage = BreakageFiles.All.Single(one => one.What == what);
        Assert.True(
            NamedRules.All.TryGetValue(breakage.NoticedBy, out var rule),
            $"There is no rule {breakage.NoticedBy}; there are {string.Join(", ", NamedRules.All.Keys.Order())}.");
        var program = await programs.OfAsync(breakage.Environment, breakage.Settings, rule.IsOfDeployed);
        var before = string.Join(Environment.NewLine, rule.Problems(program));
        Assert.True(
            before.Length == 0,
            $"{breakage.NoticedBy} finds this in the program as it is:{Environment.NewLine}{before}");

        var problems = rule.Problems(breakage.Break(program)).ToList();

        Assert.True(problems.Count > 0, $"{breakage.NoticedBy} finds nothing wrong: {what}");
    }

    [Fact]
    public void No_two_breakages_are_told_in_the_same_words() =>
        Assert.Equal(BreakageFiles.All.Count, BreakageFiles.All.DistinctBy(one => one.What).Count());
}
