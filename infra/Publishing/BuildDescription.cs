using System.Text.Json;

namespace CallRecording.Infra.Publishing;

/// <summary>What a zip holds, for the deployment to check: its build.json.</summary>
/// <param name="Architecture">As Lambda's setting names it.</param>
/// <param name="Handler">Lambda's handler setting for this zip.</param>
/// <param name="StandIns">The packages that were replaced by stand-ins; with any, it is not for a deployment.</param>
/// <param name="Commit">As git describes it, or "unknown".</param>
/// <param name="HighestGlibc">For example 2.34; null for a managed build, which has no native code of ours.</param>
internal sealed record BuildDescription(
    string Target,
    string Architecture,
    string Runtime,
    string Handler,
    IReadOnlyList<string> StandIns,
    string Commit,
    string? HighestGlibc)
{
    public const string FileName = "build.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static BuildDescription Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<BuildDescription>(json, Format)
            ?? throw new JsonException($"{FileName} is null, expected an object.");

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Format), (byte)'\n'];
}
