using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class DataAutomationConfiguration
{
    public DataAutomationStage Stage { get; set; }

    public string DataAutomationProjectArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("stage", Stage);
        json.Put("dataAutomationProjectArn", DataAutomationProjectArn);
    }
}
