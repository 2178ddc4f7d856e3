using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

internal static class CSharpType
{
    public static string Of(TerraformType type) => type.Element switch
    {
        "string" => "string",
        "bool" => "bool",
        "number" => "int",
        _ => throw new InvalidDataException($"A type is {type}, expected string, bool or number, or many."),
    };
}
