using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class EventBridgeConfiguration
{
    public bool? EventBridgeEnabled { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("eventBridgeEnabled", EventBridgeEnabled);
    }
}
