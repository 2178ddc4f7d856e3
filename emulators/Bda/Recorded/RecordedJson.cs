using System.Text.Json;
using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>Reads a recorded result from end to end without ever holding more than a piece of it.</summary>
internal sealed class RecordedJson
{
    private const int FirstBufferBytes = 64 * 1024;

    private JsonReaderState state;
    private bool isObject;
    private bool inMetadata;
    private bool atDuration;
    private TimeSpan? length;

    private RecordedJson()
    {
    }

    /// <returns>How long the audio is by what the result says, null where it does not say; and whether it is a JSON
    /// object at all.</returns>
    public static async Task<(bool IsObject, TimeSpan? Length)> ReadAsync(
        Stream content, CancellationToken cancellationToken)
    {
        var json = new RecordedJson();
        try
        {
            await json.ReadAllAsync(content, cancellationToken);
            return (json.isObject, json.length);
        }
        catch (JsonException)
        {
            return (false, null);
        }
    }

    private async Task ReadAllAsync(Stream content, CancellationToken cancellationToken)
    {
        var (buffer, kept, isLast) = (new byte[FirstBufferBytes], 0, false);
        while (!isLast)
        {
            var count = await content.ReadAsync(buffer.AsMemory(kept), cancellationToken);
            isLast = count == 0;
            var filled = kept + count;
            var read = Take(buffer.AsSpan(0, filled), isLast);
            kept = filled - read;
            buffer.AsSpan(read, kept).CopyTo(buffer);
            if (kept == buffer.Length)
            {
                // One text that is longer than this.
                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }
    }

    /// <returns>How many bytes need not be seen again.</returns>
    private int Take(ReadOnlySpan<byte> json, bool isLast)
    {
        var reader = new Utf8JsonReader(json, isLast, state);
        while (reader.Read())
        {
            Take(ref reader);
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                isObject = true;
                break;
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                inMetadata = reader.ValueTextEquals("metadata");
                break;
            case JsonTokenType.PropertyName when reader.CurrentDepth == 2:
                atDuration = inMetadata && reader.ValueTextEquals("duration_millis");
                break;
            case JsonTokenType.Number when atDuration && reader.CurrentDepth == 2:
                length = JobTimes.LengthOf(reader.GetDouble());
                break;
            default:
                break;
        }
    }
}
