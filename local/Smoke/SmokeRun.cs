using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Local.Resources;
using CallRecording.Operations;

namespace CallRecording.Local.Smoke;

/// <summary>Runs a build of the functions' executable as Lambda would, and asks it what needs no AWS.</summary>
internal sealed class SmokeRun(FunctionHost host, ConcurrentQueue<string> lines)
{
    // Lambda's managed runtime has the assembly's name there; the function must be chosen without it.
    private const string Handler = "CallRecording.Tasks";

    private const int MaxLinesShown = 10;

    // An emulated processor is some twenty times slower.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="command">The executable, then its arguments.</param>
    /// <param name="write">Takes a line per right answer.</param>
    /// <exception cref="CommandException">It does not start, or answers wrongly.</exception>
    public static async Task RunAsync(
        IReadOnlyList<string> command,
        IReadOnlyList<SmokeQuestion> questions,
        Action<string> write,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!File.Exists(command[0]))
        {
            throw new CommandException($"there is no file {command[0]}");
        }

        var lines = new ConcurrentQueue<string>();
        await using var table = await EmptyTable.StartAsync(cancellationToken);
        await using var host = await FunctionHost.StartAsync(
            new(command[0], 0, (_, line) => lines.Enqueue(line))
            {
                Arguments = [.. command.Skip(1)],
                InitTimeout = Limit,
                MaxWait = Limit,
            },
            time,
            cancellationToken);
        foreach (var function in questions.Select(question => question.Function).Distinct())
        {
            host.Register(Definition(function, table.Address));
        }

        var run = new SmokeRun(host, lines);
        foreach (var question in questions)
        {
            await run.AskAsync(question, cancellationToken);
            write($"{question.Function} {question.What}");
        }
    }

    private async Task AskAsync(SmokeQuestion question, CancellationToken cancellationToken)
    {
        var answer = await InvokeAsync(question, cancellationToken);
        if (answer.FunctionError is not null || !IsRight(question, answer.Payload.Span))
        {
            throw new CommandException(
                $"{question.Function} answered {Encoding.UTF8.GetString(answer.Payload.Span)}, expected one that shows "
                    + $"that it {question.What}; it wrote: {string.Join(" | ", lines.TakeLast(MaxLinesShown))}");
        }
    }

    private async Task<FunctionResponse> InvokeAsync(SmokeQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            return await host.InvokeAsync(
                question.Function, Encoding.UTF8.GetBytes(question.Event), cancellationToken);
        }
        catch (FunctionInvocationException refusal)
        {
            throw new CommandException(
                $"{question.Function} was not ready within {Limit.TotalSeconds} s: {refusal.Message}", refusal);
        }
    }

    private static bool IsRight(SmokeQuestion question, ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload) is { } answer && question.IsRight(answer);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not JSON, or of another shape.
            return false;
        }
    }

    private static FunctionDefinition Definition(string function, Uri table) => new(
        function, Handler, Limit, MemoryMb: 512, MaximumConcurrency: 1, new Dictionary<string, string>
        {
            [Tasks.Functions.FunctionVariable] = function,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = table.GetLeftPart(UriPartial.Authority),
            ["DYNAMODB_TABLE_NAME"] = ResourceNames.Table,
            ["WORDS_TABLE_NAME"] = ResourceNames.WordsTable,
            ["PAGE_TOKEN_KEY"] = RandomNumberGenerator.GetHexString(64),
            ["ALLOWED_ORIGINS"] = "none",
            ["STATE_MACHINE_ARN"] = ResourceNames.StateMachineArn,
        });
}
