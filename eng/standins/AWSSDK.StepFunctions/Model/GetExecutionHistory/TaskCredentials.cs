using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskCredentials
{
    public string RoleArn { get; set; }

    internal static TaskCredentials Read(JsonElement json) => new()
    {
        RoleArn = json.Text("roleArn"),
    };
}
