using System.Text.Json.Serialization;

namespace CallRecording.Standins.PulumiAws.Terraform;

/// <summary>An attribute's type: a primitive, or a list, set or map of primitives.</summary>
[JsonConverter(typeof(TerraformTypeConverter))]
internal sealed record TerraformType(string Collection, string Element)
{
    public const string NoCollection = "";

    /// <summary>Stands for whatever is deeper than a collection of primitives; only computed attributes are.</summary>
    public const string TooDeep = "object";

    public bool IsPrimitive => Collection.Length == 0;

    public bool IsMap => Collection == "map";

    public override string ToString() => IsPrimitive ? Element : $"{Collection}({Element})";
}
