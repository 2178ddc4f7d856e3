using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class MapIterationEventDetails
{
    public int? Index { get; set; }

    public string Name { get; set; }

    internal static MapIterationEventDetails Read(JsonElement json) => new()
    {
        Index = json.Int32("index"),
        Name = json.Text("name"),
    };
}
