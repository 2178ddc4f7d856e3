using System.Globalization;

namespace CallRecording.Emulators.Bda.Faults;

/// <summary>A fault to order for an audio file: the text of the object <c>key.bda/fault</c>.</summary>
/// <param name="Strikes">How often it strikes; null for a fault that lasts until it is mended.</param>
internal sealed record Fault(FaultKind Kind, int? Strikes)
{
    private const int MaxStrikes = 10_000;

    private static readonly Dictionary<string, FaultKind> Counted = new(StringComparer.Ordinal)
    {
        ["throttle"] = FaultKind.Throttle,
        ["quota"] = FaultKind.Quota,
        ["service-error"] = FaultKind.ServiceError,
    };

    private static readonly Dictionary<string, FaultKind> Lasting = new(StringComparer.Ordinal)
    {
        ["client-error"] = FaultKind.ClientError,
        ["hang"] = FaultKind.Hang,
        ["no-results"] = FaultKind.NoResults,
        ["corrupt-result"] = FaultKind.CorruptResult,
        ["access-denied"] = FaultKind.AccessDenied,
    };

    /// <summary>Every spelling that <see cref="Parse"/> takes, for help texts.</summary>
    public static string Spellings { get; } =
        string.Join(", ", Counted.Keys.Select(word => word + ":N").Concat(Lasting.Keys));

    /// <exception cref="FormatException">The text is none of <see cref="Spellings"/>.</exception>
    public static Fault Parse(string text)
    {
        var words = text.Trim().Split(':');
        if (words.Length == 1 && Lasting.TryGetValue(words[0], out var lasting))
        {
            return new Fault(lasting, null);
        }

        if (words.Length == 2 && Counted.TryGetValue(words[0], out var counted))
        {
            return new Fault(counted, ParseStrikes(words[1], text));
        }

        throw new FormatException($"'{text.Trim()}' is not a fault; expected one of {Spellings}.");
    }

    public override string ToString() => Strikes is { } strikes
        ? string.Create(CultureInfo.InvariantCulture, $"{Word(Counted)}:{strikes}")
        : Word(Lasting);

    private static int ParseStrikes(string number, string text) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var strikes)
        && strikes is >= 1 and <= MaxStrikes
            ? strikes
            : throw new FormatException(
                $"'{number}' in the fault '{text.Trim()}' is not a number of strikes from 1 to {MaxStrikes}.");

    private string Word(Dictionary<string, FaultKind> words) => words.Single(word => word.Value == Kind).Key;
}
