using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class GetDataAutomationStatusResponse : AmazonWebServiceResponse
{
    public AutomationJobStatus Status { get; set; }

    public DateTime? JobCompletionTime { get; set; }

    public DateTime? JobSubmissionTime { get; set; }

    public OutputConfiguration OutputConfiguration { get; set; }

    public int? JobDurationInSeconds { get; set; }

    public string ErrorMessage { get; set; }

    public string ErrorType { get; set; }

    internal static GetDataAutomationStatusResponse Read(JsonElement json) => new()
    {
        Status = AutomationJobStatus.FindValue(json.Text("status")),
        JobCompletionTime = json.Time("jobCompletionTime"),
        JobSubmissionTime = json.Time("jobSubmissionTime"),
        OutputConfiguration = json.Member("outputConfiguration", OutputConfiguration.Read),
        JobDurationInSeconds = json.Int32("jobDurationInSeconds"),
        ErrorMessage = json.Text("errorMessage"),
        ErrorType = json.Text("errorType"),
    };
}
