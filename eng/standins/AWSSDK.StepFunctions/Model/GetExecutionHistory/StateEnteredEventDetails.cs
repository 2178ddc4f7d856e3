using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StateEnteredEventDetails
{
    public string Name { get; set; }

    internal static StateEnteredEventDetails Read(JsonElement json) => new()
    {
        Name = json.Text("name"),
    };
}
