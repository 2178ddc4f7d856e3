using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskFailedEventDetails
{
    public string Error { get; set; }

    internal static TaskFailedEventDetails Read(JsonElement json) => new()
    {
        Error = json.Text("error"),
    };
}
