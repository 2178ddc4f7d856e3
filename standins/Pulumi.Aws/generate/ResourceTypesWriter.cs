using System.Text.Json.Nodes;

namespace CallRecording.Standins.PulumiAws;

/// <summary>Writes, for each Pulumi type, how its inputs and outputs are called in Terraform.</summary>
internal static class ResourceTypesWriter
{
    public static string Write(IEnumerable<Resource> resources) => PlainJson.Write(new JsonObject(resources.Select(resource =>
        KeyValuePair.Create<string, JsonNode?>(resource.Bridged.Token, new JsonObject
        {
            ["terraform"] = resource.Bridged.Terraform,
            ["inputs"] = Inputs(resource.Arguments),
            ["outputs"] = new JsonObject(resource.Results.Select(result => KeyValuePair.Create<string, JsonNode?>(
                result.Name,
                new JsonObject { ["terraform"] = result.TerraformName, ["type"] = result.Type.ToString() }))),
        }))));

    private static JsonObject Inputs(ArgumentClass arguments) =>
        new(arguments.Arguments.Select(argument => KeyValuePair.Create<string, JsonNode?>(argument.Name, Input(argument))));

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
