using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Local;
using CallRecording.Tasks;
using CallRecording.Tests.Workflow.Definition;

namespace CallRecording.Tests.Tasks;

/// <summary>The executable that is deployed, as a process of its own.</summary>
public sealed class WhenAFunctionCannotStart
{
    private static readonly string Known = string.Join(", ", Functions.Handlers);

    /// <summary>One less than a key has to have.</summary>
    private const string Bytes31 = "00112233445566778899aabbccddeeff00112233445566778899aabbccddee";

    private static readonly Dictionary<string, string> OfTheApi = new()
    {
        ["DYNAMODB_TABLE_NAME"] = "calls",
        ["WORDS_TABLE_NAME"] = "words",
        ["PAGE_TOKEN_KEY"] = Bytes31 + "ff",
        ["ALLOWED_ORIGINS"] = "none",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Persist")]
    [InlineData("starter")]
    [InlineData(null)]
    public async Task An_unknown_handler_is_answered_with_the_known_ones(string? handler)
    {
        var (exitCode, said) = await RunAsync(function: null, handler);

        Assert.Equal(1, exitCode);
        Assert.Equal($"_HANDLER is '{handler}', expected one of {Known}.", said);
    }

    [Theory]
    [InlineData("Persist")]
    [InlineData("")]
    public async Task The_variable_FUNCTION_counts_before_the_handler(string function)
    {
        var (exitCode, said) = await RunAsync(function, handler: "Starter");

        Assert.Equal(1, exitCode);
        Assert.Equal($"FUNCTION is '{function}', expected one of {Known}.", said);
    }

    // The handler is what Lambda's managed runtime needs to find the assembly.
    [Fact]
    public async Task The_variable_FUNCTION_chooses_where_the_handler_names_the_assembly() =>
        await AssertInitErrorAsync(
            "CallRecording.Tasks",
            new() { ["FUNCTION"] = "Starter" },
            "DYNAMODB_TABLE_NAME is not set; this function cannot work without it.");

    [Theory]
    [InlineData("Starter", "DYNAMODB_TABLE_NAME")]
    [InlineData("InvokeDataAutomation", "DYNAMODB_TABLE_NAME")]
    [InlineData("PersistResults", "DYNAMODB_TABLE_NAME")]
    [InlineData("RecordFailure", "DYNAMODB_TABLE_NAME")]
    [InlineData("Settlement", "DYNAMODB_TABLE_NAME")]
    [InlineData("Retrieval", "DYNAMODB_TABLE_NAME")]
    [InlineData("Uploads", "UPLOADS_BUCKET")]
    public async Task A_setting_that_is_missing_is_its_init_error(string handler, string setting) =>
        await AssertInitErrorAsync(handler, [], $"{setting} is not set; this function cannot work without it.");

    [Theory]
    [InlineData("Starter")]
    [InlineData("Settlement")]
    public async Task A_function_that_starts_executions_must_be_told_of_which_machine(string handler) =>
        await AssertInitErrorAsync(
            handler,
            new() { ["DYNAMODB_TABLE_NAME"] = "calls", ["WORDS_TABLE_NAME"] = "words" },
            "STATE_MACHINE_ARN is not set; this function cannot work without it.");

    [Fact]
    public async Task A_setting_that_makes_no_sense_is_its_init_error() => await AssertInitErrorAsync(
        "GetJobStatus",
        new() { ["POLL_GROWTH_SHARE"] = "much" },
        "POLL_GROWTH_SHARE is 'much', expected a number from 0.01 to 10.");

    [Theory]
    [InlineData("WORDS_TABLE_NAME", null, "is not set; this function cannot work without it.")]
    [InlineData("ALLOWED_ORIGINS", null, "is not set; this function cannot work without it.")]
    [InlineData("PAGE_TOKEN_KEY", null, "is not set; this function cannot work without it.")]
    [InlineData("PAGE_TOKEN_KEY", " ", "is not set; this function cannot work without it.")]
    [InlineData("PAGE_TOKEN_KEY", "00ff", "has 2 bytes, expected at least 32.")]
    [InlineData("PAGE_TOKEN_KEY", Bytes31, "has 31 bytes, expected at least 32.")]
    [InlineData("PAGE_TOKEN_KEY", Bytes31 + "0", "is not hexadecimal.")]
    [InlineData("PAGE_TOKEN_KEY", "c2VjcmV0LCBzZWNyZXQsIHNlY3JldCwgc2VjcmV0LCBzZWNyZXQ=", "is not hexadecimal.")]
    public async Task The_API_does_not_start_without_all_it_needs(string setting, string? value, string problem)
    {
        var environment = new Dictionary<string, string>(OfTheApi);
        environment.Remove(setting);
        if (value is not null)
        {
            environment[setting] = value;
        }

        await AssertInitErrorAsync("Retrieval", environment, $"{setting} {problem}");
    }

    [Fact]
    public async Task The_API_starts_with_all_it_needs()
    {
        var (answer, said) = await InvokeAsync("Retrieval", OfTheApi);

        Assert.True(answer.FunctionError is null, $"{answer.FunctionError}. The process said: {said}");
    }

    [Fact]
    public void Every_handler_is_told() => Assert.Equal(
        ["Starter", .. ProductDefinition.Functions, "Settlement", "Uploads", "Retrieval"],
        Functions.Handlers);

    private static async Task<(int ExitCode, string Said)> RunAsync(string? function, string? handler)
    {
        var start = new ProcessStartInfo(FunctionsProgram.Path) { RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("FUNCTION", function), ("_HANDLER", handler) })
        {
            // Or what this process has itself would be inherited.
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        using var process = Process.Start(start)!; // Null only where a running process is used again.
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, said.TrimEnd());
    }

    private static async Task AssertInitErrorAsync(
        string handler, Dictionary<string, string> environment, string message)
    {
        var (answer, said) = await InvokeAsync(handler, environment);

        var error = JsonNode.Parse(answer.Payload.Span)!; // Lambda's errors are objects.
        Assert.Equal("Unhandled", answer.FunctionError);
        Assert.True(
            (string?)error["errorType"] == "SettingException" && (string?)error["errorMessage"] == message,
            $"{error.ToJsonString()}, expected {message} The process said: {said}");
    }

    private static async Task<(FunctionResponse Answer, string Said)> InvokeAsync(
        string handler, Dictionary<string, string> environment)
    {
        var lines = new ConcurrentQueue<string>();
        await using var host = await FunctionHost.StartAsync(
            new(FunctionsProgram.Path, 0, (_, line) => lines.Enqueue(line)), TimeProvider.System, Cancellation);
        host.Register(new("function", handler, TimeSpan.FromSeconds(50), 512, 1, environment));

        var answer = await host.InvokeAsync("function", "{}"u8.ToArray(), Cancellation);
        return (answer, string.Join('\n', lines));
    }
}
