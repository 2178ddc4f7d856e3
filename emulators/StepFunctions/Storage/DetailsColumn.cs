using System.Data;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;
using Dapper;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>The details of an event, as JSON.</summary>
internal sealed class DetailsColumn : SqlMapper.TypeHandler<JsonObject>
{
    public override void SetValue(IDbDataParameter parameter, JsonObject? value) =>
        parameter.Value = StateJson.Write(value);

    public override JsonObject? Parse(object value) => (JsonObject?)StateJson.Parse((string)value);
}
