using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class InputConfiguration
{
    public AssetProcessingConfiguration AssetProcessingConfiguration { get; set; }

    public string S3Uri { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("assetProcessingConfiguration", AssetProcessingConfiguration, (member, to) => member.Write(to));
        json.Put("s3Uri", S3Uri);
    }
}
