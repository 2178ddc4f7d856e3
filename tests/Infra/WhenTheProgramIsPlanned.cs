using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Terraform;

namespace CallRecording.Tests.Infra;

/// <summary>A Terraform provider judges the program, without a server. It is of an older generation than the one that
/// Pulumi.Aws is bridged from: what it accepts has the shapes that Terraform knows.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenTheProgramIsPlanned
{
    /// <summary>Plan only this environment, as its settings file says: <c>./test --plan</c>.</summary>
    private const string OnlyVariable = "PLAN_ENVIRONMENT";

    /// <summary>Where to write the summary line: <c>./test --plan</c>.</summary>
    private const string SummaryVariable = "PLAN_SUMMARY";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_unmapped_refused_or_warned_of_in_any_environment_with_any_way_to_authenticate()
    {
        SkipWithoutTerraform();
        var programs = await ProgramsAsync();
        var written = programs.ToDictionary(one => one.Key, one => new TerraformProgram(one.Value));
        using var judge = new TerraformJudge();

        var plan = await judge.PlanAsync(written.ToDictionary(one => one.Key, one => one.Value.Module), Stop);

        Assert.Empty(written.SelectMany(one => one.Value.Unmapped));
        Assert.Empty(plan.Warnings);
        foreach (var (name, program) in programs)
        {
            Assert.Equal(
                program.Resources.Count(one => one.Type.StartsWith("aws:", StringComparison.Ordinal)),
                plan.Count(name));
            AssertPlanned(program, name, plan);
        }

        await SummarizeAsync(programs.Keys, written, plan);
    }

    [Fact]
    public async Task A_property_out_of_range_is_refused()
    {
        SkipWithoutTerraform();
        var program = await TestStacks.RunAsync("dev");
        var queue = program.Of("aws:sqs/queue:Queue").First();
        var broken = new TerraformProgram(program.With(queue.With("delaySeconds", 901.0)));
        using var judge = new TerraformJudge();

        var refusal = await Assert.ThrowsAsync<TerraformException>(() =>
            judge.PlanAsync(new Dictionary<string, JsonObject> { ["broken"] = broken.Module }, Stop));

        Assert.Contains(
            "expected delay_seconds to be in the range (0 - 900), got 901", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_that_the_provider_does_not_have_is_unmapped()
    {
        var program = await TestStacks.RunAsync("dev");
        var queue = program.Of("aws:sqs/queue:Queue").First();

        var broken = new TerraformProgram(program.With(queue.With("delaySecs", 30.0)));

        Assert.Equal([$"aws:sqs/queue:Queue {queue.Name}.delaySecs"], broken.Unmapped);
    }

    private static void SkipWithoutTerraform()
    {
        if (TerraformCommand.WhyNot() is { } reason)
        {
            Assert.Skip($"The program was not judged by the provider: {reason}.");
        }
    }

    private static async Task<Dictionary<string, RecordedProgram>> ProgramsAsync()
    {
        var only = Environment.GetEnvironmentVariable(OnlyVariable);
        if (!string.IsNullOrEmpty(only))
        {
            return new() { [only] = await TestStacks.RunAsync(only) };
        }

        var programs = new Dictionary<string, RecordedProgram>();
        foreach (var environment in TestStacks.Environments)
        {
            foreach (var auth in new[] { "none", "apiKey", "iam", "cognito" })
            {
                programs[$"{environment}-{auth}"] = await TestStacks.RunAsync(
                    environment, ("auth", auth), ("allowOpenApi", "true"),
                    ("uploads", auth == "none" ? "false" : "true"));
            }
        }

        programs["managed"] = await TestStacks.RunAsync(
            "dev", ("runtime", "managed"), ("architecture", "x64"), ("encryption", "kms"),
            ("resultsRetentionDays", "365"));
        programs["options"] = await TestStacks.RunAsync("prod", TestStacks.EveryOption);
        return programs;
    }

    /// <summary>What the provider would really make, of what it does not check by itself.</summary>
    private static void AssertPlanned(RecordedProgram program, string name, TerraformPlan plan)
    {
        var sources = plan.Resources(name, "aws_lambda_event_source_mapping").Single();
        Assert.InRange((int)sources["batch_size"]!, 1, 10_000);
        Assert.Equal("ReportBatchItemFailures", (string?)sources["function_response_types"]![0]);

        var queue = plan.Resources(name, "aws_sqs_queue").Single(
            one => (string?)one["name"] == "dmg-inbound-callrecording-transcript-sqs-queue");
        Assert.Equal((360, 30, 10), (
            (int)queue["visibility_timeout_seconds"]!, (int)queue["delay_seconds"]!,
            (int)queue["receive_wait_time_seconds"]!));

        var prefix = $"{program.Settings.Project}-{program.Settings.Environment}";
        Assert.Equal(
            [($"{prefix}-call-recordings", "hash", "epchdatetimestamp"), ($"{prefix}-call-words", "word", "call")],
            plan.Resources(name, "aws_dynamodb_table")
                .Select(table => ((string?)table["name"], (string?)table["hash_key"], (string?)table["range_key"]))
                .Order());
        foreach (var index in plan.Resources(name, "aws_dynamodb_table")
            .SelectMany(table => table["global_secondary_index"]!.AsArray()))
        {
            Assert.NotEmpty((string?)index!["hash_key"] ?? "");
            Assert.NotEmpty((string?)index["range_key"] ?? "");
        }

        foreach (var encryption in plan.Resources(name, "aws_s3_bucket_server_side_encryption_configuration"))
        {
            Assert.Contains(
                (string?)encryption["rule"]![0]!["apply_server_side_encryption_by_default"]![0]!["sse_algorithm"],
                (string?[])["AES256", "aws:kms"]);
        }
    }

    private static async Task SummarizeAsync(
        IEnumerable<string> names, Dictionary<string, TerraformProgram> written, TerraformPlan plan)
    {
        var summary = $"plan: {names.Sum(plan.Count)} to add, {written.Sum(one => one.Value.Unmapped.Count)} unmapped, "
            + $"{plan.Warnings.Count} warnings";
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        if (Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, summary + Environment.NewLine, Stop);
        }
    }
}
