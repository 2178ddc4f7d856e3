using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class VideoSegmentConfiguration
{
    public TimestampSegment TimestampSegment { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("timestampSegment", TimestampSegment, (member, to) => member.Write(to));
    }
}
