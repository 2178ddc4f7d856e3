using System.Text.Json.Nodes;
using CallRecording.Standins.PulumiAws;

namespace CallRecording.Tests.Standins.PulumiAws;

public sealed class WhenAResourceIsWritten
{
    private const string Schema = """
        {
          "provider_schemas": { "registry.terraform.io/hashicorp/aws": { "resource_schemas": { "aws_door": { "block": {
            "attributes": {
              "id": { "type": "string", "optional": true, "computed": true },
              "arn": { "type": "string", "computed": true },
              "name": { "type": "string", "required": true },
              "door": { "type": "string", "optional": true },
              "house_id": { "type": "string", "required": true },
              "weight": { "type": "number", "optional": true },
              "lock": { "type": ["list", "string"], "optional": true },
              "keyhole": { "type": ["list", "string"], "optional": true },
              "code": { "type": "string", "optional": true },
              "colour": { "type": "string", "optional": true },
              "tags": { "type": ["map", "string"], "optional": true },
              "tags_all": { "type": ["map", "string"], "optional": true, "computed": true }
            },
            "block_types": {
              "hinge": { "nesting_mode": "set", "min_items": 1, "block": {
                "attributes": { "side": { "type": "string", "required": true } } } },
              "frame": { "nesting_mode": "list", "max_items": 1, "block": {
                "attributes": { "width": { "type": "number", "optional": true } } } }
            }
          } } } } }
        }
        """;

    private const string Types = """
        [ { "class": "House.Door", "terraform": "aws_door", "properties": {
            "house_id": { "name": "house" },
            "weight": { "type": "double" },
            "keyhole": { "single": true },
            "code": { "secret": true },
            "colour": { "default": "white", "deprecated": "Paint it." },
            "frame.width": { "required": true } },
          "newer": { "frame.glass": { "nestingMode": "list", "maxItems": 1, "block": {
            "attributes": { "thickness": { "type": "number", "required": true } } } } } } ]
        """;

    private const string Token = "aws:house/door:Door";

    private readonly Generation generation = new(Schema, Types);

    [Theory]
    [InlineData("[AwsResourceType(\"aws:house/door:Door\")]")]
    [InlineData("public Output<string> Arn {")]
    [InlineData("public Output<double?> Weight {")]
    [InlineData("public Output<ImmutableArray<string>> Locks {")]
    [InlineData("public Output<ImmutableDictionary<string, string>> TagsAll {")]
    [InlineData("public Door(string name, DoorArgs args, CustomResourceOptions? options = null)")]
    [InlineData("public Input<string>? Name {")]
    [InlineData("public Input<string>? DoorName {")]
    [InlineData("public Input<string> House { get; set; } = null!;")]
    [InlineData("public Input<double>? Weight {")]
    [InlineData("public InputList<string> Locks")]
    [InlineData("public Input<string>? Keyhole {")]
    [InlineData("public InputMap<string> Tags")]
    [InlineData("[Input(\"hinges\", required: true)]")]
    [InlineData("public InputList<Inputs.DoorHingeArgs> Hinges")]
    [InlineData("public Input<Inputs.DoorFrameArgs>? Frame {")]
    [InlineData("public sealed class DoorHingeArgs :")]
    [InlineData("public Input<int> Width { get; set; } = null!;")]
    [InlineData("        [global::System.Obsolete(\"Paint it.\")]\n        public Input<string>? Colour {")]
    [InlineData("            Colour = \"white\";")]
    [InlineData("(Input<string>)Output.CreateSecret(value.ToOutput());")]
    [InlineData("AdditionalSecretOutputs = { \"code\" }")]
    [InlineData("public Input<Inputs.DoorFrameGlassArgs>? Glass {")]
    [InlineData("public Input<int> Thickness { get; set; } = null!;")]
    public void It_has_the_bridges_names_and_types(string member) =>
        Assert.Contains(member, generation.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("Input(\"id\"")]
    [InlineData("Output(\"id\"")]
    [InlineData("Input(\"arn\"")]
    [InlineData("Input(\"tagsAll\"")]
    public void It_has_nothing_that_only_Terraform_has(string member) =>
        Assert.DoesNotContain(member, generation.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("name", """{ "terraform": "name", "required": true, "type": "string" }""")]
    [InlineData("house", """{ "terraform": "house_id", "required": true, "type": "string" }""")]
    [InlineData("locks", """{ "terraform": "lock", "type": "list(string)" }""")]
    [InlineData("keyhole", """{ "terraform": "keyhole", "single": true, "type": "list(string)" }""")]
    [InlineData("frame", """
        { "terraform": "frame", "single": true, "block": {
            "glass": { "terraform": "glass", "single": true, "block": {
              "thickness": { "terraform": "thickness", "required": true, "type": "number" } } },
            "width": { "terraform": "width", "type": "number" } } }
        """)]
    public void Its_way_back_to_Terraform_is_written_down(string name, string expected)
    {
        var written = ResourceType()["inputs"]?[name];

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), written), $"'{name}' is {written}");
    }

    [Fact]
    public void So_is_what_comes_back() =>
        Assert.Equal("list(string)", (string?)ResourceType()["outputs"]?["locks"]?["type"]);

    [Fact]
    public void A_fact_about_nothing_is_refused()
    {
        var stale = Types.Replace("frame.width", "frame.height", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() => new Generation(Schema, stale));

        Assert.Equal("House.Door has 'frame.height' in types.json; aws_door has no such thing.", refusal.Message);
    }

    [Fact]
    public void Something_newer_that_the_schema_has_is_refused()
    {
        var stale = Types.Replace("frame.glass", "hinge", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() => new Generation(Schema, stale));

        Assert.Equal("types.json has 'hinge' as newer than the schema, which has it, too.", refusal.Message);
    }

    [Fact]
    public void A_list_that_is_secret_is_refused()
    {
        var secret = Types.Replace(
            "\"keyhole\": { \"single\": true }", "\"lock\": { \"secret\": true }", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() => new Generation(Schema, secret).Code);

        Assert.Equal("'locks' is secret and List; only a Value can be.", refusal.Message);
    }

    [Fact]
    public void A_type_that_was_not_cut_is_refused()
    {
        var unknown = Types.Replace("aws_door", "aws_gate", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() => new Generation(Schema, unknown));

        Assert.Equal("aws_gate is not in schema.json; eng/standins/README.md says how to add it.", refusal.Message);
    }

    private JsonObject ResourceType() =>
        JsonNode.Parse(generation.ResourceTypes)![Token]!.AsObject(); // written above
}
