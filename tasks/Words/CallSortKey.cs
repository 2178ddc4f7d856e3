using System.Globalization;
using CallRecording.Tasks.Calls;

namespace CallRecording.Tasks.Words;

/// <summary>The sort key of a call's row for a word, so that rows are in the order of time: twelve digits of Unix
/// seconds, '#', the hash.</summary>
internal static class CallSortKey
{
    private const int Digits = 12;

    public static string Of(CallItemKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.EpochSeconds:D12}#{key.Hash}");

    /// <summary>At or below the sortKey of every call of this second or later.</summary>
    public static string Earliest(long epochSeconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{epochSeconds:D12}#");

    /// <summary>Above the sortKey of every call of this second or earlier: no hash begins like this.</summary>
    public static string Latest(long epochSeconds) => Earliest(epochSeconds) + '~';

    public static CallItemKey Read(string sortKey) => new(
        sortKey[(Digits + 1)..],
        long.Parse(sortKey.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture));
}
