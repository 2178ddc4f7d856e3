using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("key", Key);
        json.Put("value", Value);
    }
}
