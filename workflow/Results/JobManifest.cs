using System.Text.Json;
using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Results;

/// <summary>job_metadata.json: where a job put its results.</summary>
/// <param name="CustomOutput">Null where there is no blueprint, or none that matched.</param>
/// <param name="CustomOutputStatus">The service's word, such as MATCH or NO_MATCH; null without a blueprint.</param>
public sealed record JobManifest(S3Uri StandardOutput, S3Uri? CustomOutput, string? CustomOutputStatus)
{
    private const string Name = "job manifest";

    /// <exception cref="ResultsUnreadableException">It is no manifest; the message names what is missing.</exception>
    public static JobManifest Read(ReadOnlyMemory<byte> json) => ResultFile.Read(json, Name, Read);

    private static JobManifest Read(JsonElement json)
    {
        if (json.Member("output_metadata") is not { ValueKind: JsonValueKind.Array } assets)
        {
            throw new ResultsUnreadableException($"The {Name} has no output_metadata.");
        }

        // Audio has one asset of one segment; the first with a standard output is the recording's.
        var segments = assets.EnumerateArray().SelectMany(asset => asset.Items("segment_metadata"));
        foreach (var segment in segments)
        {
            if (segment.Text("standard_output_path") is { } standardOutput)
            {
                return Read(segment, standardOutput);
            }
        }

        throw new ResultsUnreadableException($"The {Name} has no standard_output_path in output_metadata.");
    }

    private static JobManifest Read(JsonElement segment, string standardOutput) => new(
        Location("standard_output_path", standardOutput),
        segment.Text("custom_output_path") is { } custom ? Location("custom_output_path", custom) : null,
        segment.Text("custom_output_status"));

    private static S3Uri Location(string member, string text) =>
        S3Uri.TryParse(text, out var uri, out var problem)
            ? uri
            : throw new ResultsUnreadableException($"The {Name}'s {member} is unusable: {problem}");
}
