using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class OutputConfiguration
{
    public string S3Uri { get; set; }

    internal static OutputConfiguration Read(JsonElement json) => new()
    {
        S3Uri = json.Text("s3Uri"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("s3Uri", S3Uri);
    }
}
