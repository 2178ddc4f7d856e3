using System.Text.Json;
using Amazon;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class InvokeDataAutomationAsyncRequest : AmazonBedrockDataAutomationRuntimeRequest
{
    public DataAutomationConfiguration DataAutomationConfiguration { get; set; }

    public EncryptionConfiguration EncryptionConfiguration { get; set; }

    public InputConfiguration InputConfiguration { get; set; }

    public List<Blueprint> Blueprints { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public NotificationConfiguration NotificationConfiguration { get; set; }

    public OutputConfiguration OutputConfiguration { get; set; }

    public string ClientToken { get; set; }

    public string DataAutomationProfileArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("dataAutomationConfiguration", DataAutomationConfiguration, (member, to) => member.Write(to));
        json.Put("encryptionConfiguration", EncryptionConfiguration, (member, to) => member.Write(to));
        json.Put("inputConfiguration", InputConfiguration, (member, to) => member.Write(to));
        json.Put("blueprints", Blueprints, (item, to) => item.Write(to));
        json.Put("tags", Tags, (item, to) => item.Write(to));
        json.Put("notificationConfiguration", NotificationConfiguration, (member, to) => member.Write(to));
        json.Put("outputConfiguration", OutputConfiguration, (member, to) => member.Write(to));
        json.PutToken("clientToken", ClientToken);
        json.Put("dataAutomationProfileArn", DataAutomationProfileArn);
    }
}
