using System.Text.Encodings.Web;
using System.Text.Json;
using CallRecording.Emulators.Bda.Objects;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>Where a job's objects lie, and its manifest as the service writes it: one line, a blank behind each comma
/// and each colon.</summary>
internal static class JobFolder
{
    public const string AccessCheck = "0/.s3_access_check";
    public const string StandardOutput = "0/standard_output/0/result.json";
    public const string CustomOutput = "0/custom_output/0/result.json";
    public const string Manifest = "job_metadata.json";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="matched">Whether the blueprint matched; of no meaning for a job without one.</param>
    public static string ManifestOf(BdaJob job, bool matched)
    {
        var audio = ObjectLocation.Parse(job.InputUri);
        var segment = $"\"standard_output_path\": {Quote(job.At(StandardOutput))}" + (job.HasBlueprint, matched) switch
        {
            (false, _) => string.Empty,
            (true, false) => ", \"custom_output_status\": \"NO_MATCH\"",
            (true, true) =>
                $", \"custom_output_path\": {Quote(job.At(CustomOutput))}, \"custom_output_status\": \"MATCH\"",
        };
        var input = $"{{\"s3_bucket\": {Quote(audio.Bucket)}, \"s3_key\": {Quote(audio.Key)}}}";
        var asset = $"{{\"asset_id\": 0, \"asset_input_path\": {input}, \"segment_metadata\": [{{{segment}}}]}}";
        return $"{{\"job_id\": {Quote(job.Id)}, \"job_status\": \"PROCESSED\", \"semantic_modality\": \"AUDIO\", "
            + $"\"output_metadata\": [{asset}]}}";
    }

    private static string Quote(object text) => JsonSerializer.Serialize(text.ToString(), Plain);
}
