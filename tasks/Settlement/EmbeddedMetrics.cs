using System.Text;
using System.Text.Json;

namespace CallRecording.Tasks.Settlement;

/// <summary>Metrics as lines of the function's own output, in CloudWatch's embedded metric format: no call, no
/// permission.</summary>
/// <param name="output">Standard output itself, not Lambda's logger: that one wraps a line, and a wrapped one is no
/// metric.</param>
internal sealed class EmbeddedMetrics(TextWriter output, TimeProvider time)
{
    public const string Namespace = "CallRecording";

    private const string CallsSettled = "CallsSettled";
    private const string OldestInProgress = "OldestInProgressSeconds";

    public static EmbeddedMetrics ToStandardOutput() => new(
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true }),
        TimeProvider.System);

    public void Settled(int calls) => Write([(CallsSettled, "Count", calls)]);

    /// <param name="oldest">The time since the oldest call in progress changed; zero when there is none.</param>
    public void Swept(int settled, TimeSpan oldest) =>
        Write([(CallsSettled, "Count", settled), (OldestInProgress, "Seconds", Math.Round(oldest.TotalSeconds, 3))]);

    private void Write(IReadOnlyList<(string Name, string Unit, double Value)> metrics)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            WriteDirective(json, metrics);
            foreach (var (name, _, value) in metrics)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }

    private void WriteDirective(Utf8JsonWriter json, IReadOnlyList<(string Name, string Unit, double Value)> metrics)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", time.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        // One set of no dimensions: the metric stands alone.
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
