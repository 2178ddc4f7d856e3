using CallRecording.Standins.PulumiAws;
using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;
using CallRecording.Standins.PulumiAws.Usage;

namespace CallRecording.Tests.Standins.PulumiAws;

public sealed class WhenMembersAreUnused
{
    private const string Doors = """
        { "provider_schemas": { "registry.terraform.io/hashicorp/aws": { "resource_schemas": {
            "aws_door": { "block": {
              "attributes": {
                "arn": { "type": "string", "computed": true },
                "code": { "type": "string", "computed": true },
                "colour": { "type": "string", "optional": true },
                "height": { "type": "number", "optional": true },
                "house": { "type": "string", "required": true },
                "material": { "type": "string", "optional": true },
                "weight": { "type": "number", "optional": true, "computed": true }
              },
              "block_types": {
                "frame": { "nesting_mode": "list", "max_items": 1, "block": { "attributes": {
                  "glass": { "type": "bool", "optional": true },
                  "width": { "type": "number", "optional": true } } } },
                "hinge": { "nesting_mode": "list", "min_items": 1, "block": { "attributes": {
                  "side": { "type": "string", "optional": true } } } },
                "knocker": { "nesting_mode": "list", "block": { "attributes": {
                  "sound": { "type": "string", "required": true } } } }
              } } },
            "aws_window": { "block": {} }
        } } } }
        """;

    private const string Types = """
        [ { "class": "House.Door", "terraform": "aws_door",
            "properties": { "code": { "secret": true }, "colour": { "default": "white" } } },
          { "class": "House.Window", "terraform": "aws_window" } ]
        """;

    private static readonly CalledMembers Called = new([
        "Pulumi.Aws.House.Door .ctor",
        "Pulumi.Aws.House.Door get_Weight",
        "Pulumi.Aws.House.DoorArgs set_Frame",
        "Pulumi.Aws.House.DoorArgs set_Height",
        "Pulumi.Aws.House.Inputs.DoorFrameArgs set_Width",
    ]);

    [Fact]
    public void What_is_used_and_what_is_there_without_the_program_stays() => Assert.Equal(
        [
            "aws_door",
            "aws_door.code", "aws_door.colour", "aws_door.height", "aws_door.house", "aws_door.weight",
            "aws_door.frame", "aws_door.frame.width", "aws_door.hinge",
        ],
        Names(Cut(Doors, Types, Called)));

    [Fact]
    public void The_committed_schema_has_none()
    {
        var schema = File.ReadAllText(ProjectFiles.At(SourceFiles.Schema));
        var program = CalledMembers.Of(Path.Combine(AppContext.BaseDirectory, "CallRecording.Infra.dll"));

        var used = Cut(schema, File.ReadAllText(ProjectFiles.At(SourceFiles.Types)), program);

        var unused = Names(ProviderSchemas.Parse(schema)).Except(Names(used));
        Assert.True(
            !unused.Any(),
            $"infra does not use {string.Join(", ", unused)}; eng/standins/README.md says how to take it out.");
    }

    private static ProviderSchemas Cut(string schema, string types, CalledMembers called) =>
        new UnusedMembers(BridgedTypes.Parse(types), called).CutFrom(ProviderSchemas.Parse(schema));

    private static IEnumerable<string> Names(ProviderSchemas schemas) => schemas.Resources.SelectMany(
        resource => resource.Value.Block.Paths.Select(path => $"{resource.Key}.{path}").Prepend(resource.Key));
}
