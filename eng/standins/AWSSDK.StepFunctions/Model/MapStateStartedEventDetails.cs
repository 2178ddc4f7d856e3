using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class MapStateStartedEventDetails
{
    public int? Length { get; set; }

    internal static MapStateStartedEventDetails Read(JsonElement json) => new()
    {
        Length = json.Int32("length"),
    };
}
