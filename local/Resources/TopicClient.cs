using System.Xml.Linq;

namespace CallRecording.Local.Resources;

/// <summary>The little of SNS that is needed: its SDK package would be one more for three calls.</summary>
/// <remarks>Requests are not signed: the emulator checks no signature, and nothing else is the endpoint.</remarks>
internal sealed class TopicClient(Uri endpoint) : IDisposable
{
    private const string ApiVersion = "2010-03-31";

    private readonly HttpClient http = new();

    /// <returns>The topic's ARN, also when the topic is already there.</returns>
    public Task<string> CreateTopicAsync(string name, CancellationToken cancellationToken) =>
        CallAsync("CreateTopic", new() { ["Name"] = name }, "TopicArn", cancellationToken);

    /// <returns>The subscription's ARN, also when the queue is already subscribed.</returns>
    public Task<string> SubscribeQueueAsync(string topicArn, string queueArn, CancellationToken cancellationToken) =>
        CallAsync(
            "Subscribe",
            new() { ["TopicArn"] = topicArn, ["Protocol"] = "sqs", ["Endpoint"] = queueArn },
            "SubscriptionArn",
            cancellationToken);

    /// <returns>The message's id.</returns>
    public Task<string> PublishAsync(string topicArn, string message, CancellationToken cancellationToken) =>
        CallAsync("Publish", new() { ["TopicArn"] = topicArn, ["Message"] = message }, "MessageId", cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<string> CallAsync(
        string action, Dictionary<string, string> parameters, string answer, CancellationToken cancellationToken)
    {
        parameters.Add("Action", action);
        parameters.Add("Version", ApiVersion);
        using var form = new FormUrlEncodedContent(parameters);
        using var response = await http.PostAsync(endpoint, form, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"SNS {action} answered {(int)response.StatusCode}: {text}");
        }

        return XDocument.Parse(text).Descendants().First(element => element.Name.LocalName == answer).Value;
    }
}
