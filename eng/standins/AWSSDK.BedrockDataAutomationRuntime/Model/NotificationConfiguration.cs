using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class NotificationConfiguration
{
    public EventBridgeConfiguration EventBridgeConfiguration { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("eventBridgeConfiguration", EventBridgeConfiguration, (member, to) => member.Write(to));
    }
}
