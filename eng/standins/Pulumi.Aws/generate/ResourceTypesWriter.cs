using System.Text.Json.Nodes;

namespace CallRecording.Standins.PulumiAws;

/// <summary>Writes, for each Pulumi type, how its inputs and outputs are called in Terraform.</summary>
internal static class ResourceTypesWriter
{
    public static string Write(IEnumerable<Resource> resources) =>
        PlainJson.Write(Named(resources, resource => resource.Bridged.Token, resource => new JsonObject
        {
            ["terraform"] = resource.Bridged.Terraform,
            ["inputs"] = Inputs(resource.Arguments),
            ["outputs"] = Named(resource.Results, result => result.Name, Output),
        }));

    private static JsonObject Named<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonObject> value) =>
        new(items.Select(item => KeyValuePair.Create<string, JsonNode?>(name(item), value(item))));

    private static JsonObject Inputs(ArgumentClass arguments) =>
        Named(arguments.Arguments, argument => argument.Name, Input);

    private static JsonObject Output(Result result) =>
        new() { ["terraform"] = result.TerraformName, ["type"] = result.Type.ToString() };

    private static JsonObject Input(Argument argument)
    {
        var input = new JsonObject { ["terraform"] = argument.TerraformName };
        if (argument.TerraformRequires)
        {
            input["required"] = true;
        }

        if (argument.Single)
        {
            input["single"] = true;
        }

        if (argument.Block is { } block)
        {
            input["block"] = Inputs(block);
        }
        else
        {
            input["type"] = argument.Element is "Archive" or "AssetOrArchive" ? "file" : argument.Type?.ToString();
        }

        return input;
    }
}
