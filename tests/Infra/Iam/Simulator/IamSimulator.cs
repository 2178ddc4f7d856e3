using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Simulator;

/// <summary>npm's <c>@cloud-copilot/iam-simulate</c>: another's reading of the same documentation. One process judges
/// all cases.</summary>
internal static class IamSimulator
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    /// <summary>Null when nothing is.</summary>
    public static string? Missing => File.Exists(Path.Combine(Folder, "node_modules", ".installed"))
        ? null
        : "tests/Infra/Iam/Simulator/node_modules is not installed; ./test does it, where npm can.";

    private static string Folder => ProjectFiles.At("tests", "Infra", "Iam", "Simulator");

    /// <returns>As many answers as cases, in their order.</returns>
    public static async Task<IReadOnlyList<SimulatorAnswer>> JudgeAsync(
        IReadOnlyList<SimulatorCase> cases, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(Bound);
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "judge.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("NODE_OPTIONS");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        try
        {
            var answers = process.StandardOutput.ReadToEndAsync(bound.Token);
            var errors = process.StandardError.ReadToEndAsync(bound.Token);
            await process.StandardInput.WriteAsync(Document(cases).ToJsonString().AsMemory(), bound.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(bound.Token);
            Assert.True(process.ExitCode == 0, $"judge.mjs ended with {process.ExitCode}:\n{await errors}");
            return JsonSerializer.Deserialize<SimulatorAnswer[]>(await answers, JsonSerializerOptions.Web) ?? [];
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static JsonObject Document(IReadOnlyList<SimulatorCase> cases)
    {
        var numbers = cases.SelectMany(
            one => one.Resource is { } resource ? one.Identity.Append(resource) : one.Identity)
            .Distinct()
            .Select((policy, number) => (policy, number))
            .ToDictionary(one => one.policy, one => one.number);
        return new()
        {
            ["policies"] = new JsonArray(
                [.. numbers.OrderBy(one => one.Value).Select(one => one.Key.Document.DeepClone())]),
            ["cases"] = new JsonArray([.. cases.Select(one => Case(one, numbers))]),
        };
    }

    private static JsonObject Case(SimulatorCase one, Dictionary<IamPolicy, int> numbers) => new()
    {
        ["principal"] = one.Request.Caller switch
        {
            Caller.Identity identity => identity.Arn.ToString(),
            Caller.Service service => service.Name,
            _ => null,
        },
        ["action"] = one.Request.Action,
        ["resource"] = one.Request.Resource,
        ["account"] = one.Request.ResourceAccount,
        ["context"] = new JsonObject(
            one.Request.Context.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["identity"] = new JsonArray([.. one.Identity.Select(policy => (JsonNode)numbers[policy])]),
        ["resourcePolicy"] = one.Resource is { } resource ? numbers[resource] : null,
    };
}
