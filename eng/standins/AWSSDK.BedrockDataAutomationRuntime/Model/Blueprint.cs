using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class Blueprint
{
    public string BlueprintArn { get; set; }

    public string Version { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("blueprintArn", BlueprintArn);
        json.Put("version", Version);
    }
}
