using System.Globalization;
using CallRecording.Tasks.Calls;

namespace CallRecording.Tasks.Words;

/// <summary>A call's place among the rows of a word, ordered by time: twelve digits of Unix seconds, '#', the
/// hash.</summary>
internal static class CallPlace
{
    private const int Digits = 12;

    public static string Of(CallItemKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.EpochSeconds:D12}#{key.Hash}");

    /// <summary>At or below the place of every call of this second or later.</summary>
    public static string Earliest(long epochSeconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{epochSeconds:D12}#");

    /// <summary>Above the place of every call of this second or earlier: no hash begins like this.</summary>
    public static string Latest(long epochSeconds) => Earliest(epochSeconds) + '~';

    public static CallItemKey Read(string place) => new(
        place[(Digits + 1)..],
        long.Parse(place.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture));
}
