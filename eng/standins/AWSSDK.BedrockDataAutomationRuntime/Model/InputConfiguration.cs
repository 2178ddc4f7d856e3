using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class InputConfiguration
{
    public string S3Uri { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("s3Uri", S3Uri);
    }
}
