using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class AssetProcessingConfiguration
{
    public VideoAssetProcessingConfiguration Video { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("video", Video, (member, to) => member.Write(to));
    }
}
