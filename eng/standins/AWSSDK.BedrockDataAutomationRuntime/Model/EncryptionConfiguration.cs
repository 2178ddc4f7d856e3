using System.Text.Json;
using Amazon;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class EncryptionConfiguration
{
    public Dictionary<string, string> KmsEncryptionContext { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string KmsKeyId { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("kmsEncryptionContext", KmsEncryptionContext);
        json.Put("kmsKeyId", KmsKeyId);
    }
}
