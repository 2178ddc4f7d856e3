using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class VideoAssetProcessingConfiguration
{
    public VideoSegmentConfiguration SegmentConfiguration { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("segmentConfiguration", SegmentConfiguration, (member, to) => member.Write(to));
    }
}
