using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class MapRunStartedEventDetails
{
    public string MapRunArn { get; set; }

    internal static MapRunStartedEventDetails Read(JsonElement json) => new()
    {
        MapRunArn = json.Text("mapRunArn"),
    };
}
