using System.Data;
using Dapper;

namespace CallRecording.Emulators.Sqlite;

/// <summary>Times as Unix milliseconds.</summary>
internal sealed class UnixMilliseconds : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
        parameter.Value = value.ToUnixTimeMilliseconds();

    public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);
}
