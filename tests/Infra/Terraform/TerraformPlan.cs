using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>What Terraform would make.</summary>
/// <param name="Shown">As <c>terraform show -json</c> has it.</param>
internal sealed record TerraformPlan(JsonNode Shown, IReadOnlyList<string> Warnings)
{
    /// <summary>Planned values of one module's resources of one type.</summary>
    public IEnumerable<JsonNode> Resources(string module, string type) => Module(module)
        .Where(one => (string?)one["type"] == type)
        .Select(one => one["values"]!);

    public int Count(string module) => Module(module).Count();

    private IEnumerable<JsonNode> Module(string module) =>
        Shown["planned_values"]!["root_module"]!["child_modules"]!.AsArray()
            .Single(one => (string?)one!["address"] == $"module.{module}")!["resources"]!.AsArray()
            .Select(one => one!);
}
