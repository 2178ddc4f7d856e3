using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class MapRunRedrivenEventDetails
{
    public int? RedriveCount { get; set; }

    public string MapRunArn { get; set; }

    internal static MapRunRedrivenEventDetails Read(JsonElement json) => new()
    {
        RedriveCount = json.Int32("redriveCount"),
        MapRunArn = json.Text("mapRunArn"),
    };
}
