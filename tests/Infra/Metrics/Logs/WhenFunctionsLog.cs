using System.Text.Json.Nodes;
using CallRecording.Local.Commands;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Local;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>The metric filters on what the functions log while the whole system handles calls.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenFunctionsLog(RunningStack stack)
{
    [Theory]
    [InlineData("metrics-well", null, 0, 1)]
    [InlineData("metrics-client-error", "client-error", 1, 0)]
    [InlineData("metrics-service-error", "service-error:2", 2, 1)]
    [InlineData("metrics-access-denied", "access-denied", 1, 0)]
    [InlineData("metrics-no-results", "no-results", 0, 1)]
    [InlineData("metrics-throttle", "throttle:1", 0, 1)]
    public async Task A_call_counts_for_its_failures_and_the_time_of_its_job(
        string name, string? fault, int failures, int durations)
    {
        var program = await TestStacks.RunAsync("prod");
        var call = await stack.SubmitAsync(name, fault);
        await stack.EndOfAsync(call.ExecutionArn);

        List<LoggedMetric> made = [];
        await Eventually.TrueAsync(
            async () => (made = await MadeByAsync(program, call)).Count >= failures + durations,
            $"the lines of {name} are logged");

        Assert.Equal(failures, made.Count(one => one.Metric.ToString() == "CallRecording DataAutomationFailures"
            && one.Value == 1));
        Assert.Equal(durations, made.Count(one => one.Metric.ToString() == "CallRecording JobDurationInSeconds"
            && one.Value > 0));
        Assert.Equal(failures + durations, made.Count);
    }

    /// <summary>The rules are asked of recorded lines; these must be such as the functions write.</summary>
    [Fact]
    public async Task The_recorded_lines_have_the_fields_that_lines_have()
    {
        foreach (var (name, fault) in ((string, string?)[])[("fields-well", null), ("fields-denied", "access-denied")])
        {
            await stack.EndOfAsync((await stack.SubmitAsync(name, fault)).ExecutionArn);
        }

        foreach (var recorded in RecordedLine.All.Where(IsOfACall))
        {
            var shape = Shape(recorded.Line);
            await Eventually.TrueAsync(
                async () => (await LinesAsync(recorded.Function)).Any(
                    line => FilterPattern.Json(line) is JsonObject json && Shape(json) == shape),
                $"{recorded.Function} writes a line with {shape}");
        }
    }

    /// <summary>What a job may come to is the workflow's; how it is counted, the metric filters'.</summary>
    [Fact]
    public void A_line_is_recorded_for_each_outcome_that_a_job_may_have() => Assert.Equal(
        typeof(JobOutcome).GetFields().Select(field => (string?)field.GetRawConstantValue()).Order(),
        RecordedLine.All.Select(one => (string?)one.Line["Outcome"]).Where(outcome => outcome is not null).Order());

    private static bool IsOfACall(RecordedLine recorded) =>
        recorded.Line.ContainsKey("CallId") && (string?)recorded.Line["Recorded"] != "Unrecorded";

    private async Task<List<LoggedMetric>> MadeByAsync(RecordedProgram program, SubmittedCall call)
    {
        var made = new List<LoggedMetric>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(stack.Folder, "logs")))
        {
            var function = Path.GetFileNameWithoutExtension(file);
            made.AddRange((await LinesAsync(function))
                .Where(line => (string?)FilterPattern.Json(line)?["CallId"] == call.CallId)
                .SelectMany(line => LoggedMetrics.Of(program, $"/aws/lambda/{function}", line)));
        }

        return made;
    }

    private async Task<string[]> LinesAsync(string function)
    {
        var file = Path.Combine(stack.Folder, "logs", $"{function}.log");
        if (!File.Exists(file))
        {
            return [];
        }

        // The function goes on writing: its last line may be half there.
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The values that a function names, in words that begin with a capital; the others are
    /// Lambda's.</summary>
    private static string Shape(JsonObject line) => string.Join(
        ' ',
        line.Where(one => char.IsUpper(one.Key[0]))
            .Select(one => $"{one.Key}:{one.Value?.GetValueKind()}")
            .Order(StringComparer.Ordinal));
}
