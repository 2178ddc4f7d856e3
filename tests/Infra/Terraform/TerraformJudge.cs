using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>Plans programs without a server: each is a module of one configuration, so that the provider starts
/// once.</summary>
internal sealed class TerraformJudge : IDisposable
{
    private const string Configuration = """
        {
          "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}},
          "provider": {"aws": {
            "region": "us-east-1", "access_key": "none", "secret_key": "none", "max_retries": 1,
            "skip_credentials_validation": true, "skip_metadata_api_check": true, "skip_region_validation": true,
            "skip_requesting_account_id": true
          }}
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("call-recording-plan");

    /// <summary>Validates and plans.</summary>
    /// <exception cref="TerraformException">The provider refuses something; the message has its words.</exception>
    public async Task<TerraformPlan> PlanAsync(
        IReadOnlyDictionary<string, JsonObject> modules, CancellationToken cancellationToken)
    {
        await WriteAsync(modules, cancellationToken);
        await RunAsync(cancellationToken, TerraformCommand.Init());
        var validation = await TerraformCommand.RunAsync(folder.FullName, cancellationToken, "validate", "-json");
        var problems = Diagnostics(JsonNode.Parse(validation.Output)!);
        if (validation.Code != 0)
        {
            throw new TerraformException(string.Join(Environment.NewLine, problems));
        }

        var planned = await RunAsync(
            cancellationToken, "plan", "-refresh=false", "-input=false", "-no-color", "-json", "-out=plan");
        var shown = JsonNode.Parse(await RunAsync(cancellationToken, "show", "-json", "plan"))!;
        return new(shown, [.. problems, .. Warnings(planned)]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task WriteAsync(IReadOnlyDictionary<string, JsonObject> modules, CancellationToken cancellationToken)
    {
        // What assets and archives name, so that there is a file.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "published"), "", cancellationToken);
        var root = JsonNode.Parse(Configuration)!.AsObject();
        var calls = new JsonObject();
        foreach (var (name, module) in modules)
        {
            var own = folder.CreateSubdirectory(name);
            await File.WriteAllTextAsync(
                Path.Combine(own.FullName, "main.tf.json"), module.ToJsonString(), cancellationToken);
            calls[name] = new JsonObject { ["source"] = $"./{name}" };
        }

        root["module"] = calls;
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "main.tf.json"), root.ToJsonString(), cancellationToken);
    }

    private async Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var (code, output, errors) = await TerraformCommand.RunAsync(folder.FullName, cancellationToken, arguments);
        return code == 0
            ? output
            : throw new TerraformException(
                $"terraform {arguments[0]} ended with {code}:{Environment.NewLine}{Errors(output)}{errors}");
    }

    private static IEnumerable<string> Diagnostics(JsonNode validation) =>
        validation["diagnostics"]!.AsArray().Select(
            one => $"{one!["severity"]}: {one["address"]}: {one["summary"]}: {one["detail"]}");

    private static IEnumerable<string> Warnings(string planned) =>
        Messages(planned).Where(line => (string?)line["@level"] == "warn").Select(line => line.ToJsonString());

    private static string Errors(string output) => string.Join(
        Environment.NewLine,
        Messages(output).Where(line => (string?)line["@level"] == "error").Select(line => line.ToJsonString()));

    private static IEnumerable<JsonNode> Messages(string output)
    {
        foreach (var line in output.Split('\n').Where(line => line.StartsWith('{')))
        {
            JsonNode? message = null;
            try
            {
                message = JsonNode.Parse(line);
            }
            catch (JsonException)
            {
                // Not a message of -json, so no warning either.
            }

            if (message is not null)
            {
                yield return message;
            }
        }
    }
}
