using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class TimestampSegment
{
    public long? EndTimeMillis { get; set; }

    public long? StartTimeMillis { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("endTimeMillis", EndTimeMillis);
        json.Put("startTimeMillis", StartTimeMillis);
    }
}
