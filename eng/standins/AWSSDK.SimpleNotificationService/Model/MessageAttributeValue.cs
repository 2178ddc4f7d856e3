namespace Amazon.SimpleNotificationService.Model;

public partial class MessageAttributeValue
{
    public string DataType { get; set; }

    public string StringValue { get; set; }
}
