using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>The breakages that are kept as data.</summary>
internal static class BreakageFiles
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static IReadOnlyList<Breakage> All { get; } =
    [
        .. Directory.EnumerateFiles(ProjectFiles.At("tests/Infra/Breakages"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(File.ReadAllText(file))),
    ];

    /// <exception cref="JsonException">A member is unknown, or a required one is missing.</exception>
    public static IReadOnlyList<Breakage> Read(string json) =>
        JsonSerializer.Deserialize<Breakage[]>(json, Strict) ?? [];
}
