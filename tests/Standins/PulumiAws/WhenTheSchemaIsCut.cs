using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Tests.Standins.PulumiAws;

public sealed class WhenTheSchemaIsCut
{
    private const string Printed = """
        {
          "format_version": "1.0",
          "provider_schemas": {
            "registry.terraform.io/hashicorp/aws": {
              "provider": { "version": 0 },
              "resource_schemas": {
                "aws_door": {
                  "version": 3,
                  "block": {
                    "attributes": {
                      "width": { "type": "number", "description_kind": "plain", "required": true },
                      "colours": { "type": ["set", "string"], "optional": true, "computed": true },
                      "visitors": { "type": ["list", ["object", { "name": "string" }]], "computed": true },
                      "squeak": { "type": "bool", "optional": true, "deprecated": true }
                    },
                    "block_types": {
                      "hinge": {
                        "nesting_mode": "list",
                        "min_items": 1,
                        "block": { "attributes": { "side": { "type": "string", "optional": true } } }
                      },
                      "knocker": { "nesting_mode": "list", "block": { "deprecated": true } },
                      "timeouts": { "nesting_mode": "single", "block": {} }
                    }
                  }
                },
                "aws_window": { "version": 0, "block": {} }
              }
            }
          }
        }
        """;

    private readonly ProviderSchemas cut = ProviderSchemas.Parse(Printed).Cut(["aws_door"]);

    [Fact]
    public void Only_what_a_program_can_use_is_left()
    {
        const string Expected = """
            {
              "provider_schemas": {
                "registry.terraform.io/hashicorp/aws": {
                  "resource_schemas": {
                    "aws_door": {
                      "block": {
                        "attributes": {
                          "colours": { "type": ["set", "string"], "optional": true, "computed": true },
                          "width": { "type": "number", "required": true }
                        },
                        "block_types": {
                          "hinge": {
                            "nesting_mode": "list",
                            "block": {
                              "attributes": {
                                "side": { "type": "string", "optional": true }
                              }
                            },
                            "min_items": 1
                          }
                        }
                      }
                    }
                  }
                }
              }
            }

            """;

        Assert.Equal(Expected, cut.ToJson(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Cutting_it_again_changes_nothing() =>
        Assert.Equal(cut.ToJson(), ProviderSchemas.Parse(cut.ToJson()).Cut(["aws_door"]).ToJson());
}
