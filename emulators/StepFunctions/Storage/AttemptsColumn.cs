using System.Data;
using System.Text.Json;
using Dapper;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Retries by retrier, as JSON.</summary>
internal sealed class AttemptsColumn : SqlMapper.TypeHandler<Dictionary<int, int>>
{
    public override void SetValue(IDbDataParameter parameter, Dictionary<int, int>? value) =>
        parameter.Value = JsonSerializer.Serialize(value ?? []);

    public override Dictionary<int, int>? Parse(object value) =>
        JsonSerializer.Deserialize<Dictionary<int, int>>((string)value) ?? [];
}
