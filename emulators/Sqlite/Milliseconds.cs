using System.Data;
using Dapper;

namespace CallRecording.Emulators.Sqlite;

/// <summary>Durations as whole milliseconds.</summary>
internal sealed class Milliseconds : SqlMapper.TypeHandler<TimeSpan>
{
    public override void SetValue(IDbDataParameter parameter, TimeSpan value) =>
        parameter.Value = (long)value.TotalMilliseconds;

    public override TimeSpan Parse(object value) => TimeSpan.FromMilliseconds((long)value);
}
