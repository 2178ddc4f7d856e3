using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Local.Samples;

/// <summary>Reads the list of sample calls.</summary>
internal static class SampleCalls
{
    private const string Manifest = "samples.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="directory">The folder that holds samples.json; paths in the list are relative to it.</param>
    public static IReadOnlyList<SampleCall> Load(string directory)
    {
        var path = Path.Combine(directory, Manifest);
        using var content = File.OpenRead(path);
        var entries = JsonSerializer.Deserialize<List<Entry>>(content, Json)
            ?? throw new FormatException($"{path} holds null, expected a list of calls.");
        return [.. entries.Select(entry => entry.In(Path.GetFullPath(directory)))];
    }

    private sealed record Entry(
        string Id,
        string CallId,
        DateTimeOffset Timestamp,
        string Audio,
        string Standard,
        string? Custom,
        JsonObject? Metadata)
    {
        public SampleCall In(string directory) => new(
            Id,
            CallId,
            Timestamp,
            Metadata,
            Path.Combine(directory, Audio),
            Path.Combine(directory, Standard),
            Custom is null ? null : Path.Combine(directory, Custom));
    }
}
