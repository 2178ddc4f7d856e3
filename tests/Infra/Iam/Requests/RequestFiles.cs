using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>Requests that are kept as data.</summary>
internal static class RequestFiles
{
    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerOptions.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>What each function asks for by itself, by the last part of its name. A test compares them with a system
    /// that runs.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string[]>> OfFunctions { get; } =
        Read<Dictionary<string, Dictionary<string, string[]>>>("requests.json");

    /// <summary>What services do with a role.</summary>
    public static IReadOnlyList<OnBehalf> OnBehalf { get; } = Read<OnBehalf[]>("on-behalf.json");

    /// <summary>What a role may and nothing here asks for.</summary>
    public static IReadOnlyList<Unused> Unused { get; } = Read<Unused[]>("unused.json");

    private static T Read<T>(string name) =>
        JsonSerializer.Deserialize<T>(
            File.ReadAllText(ProjectFiles.At("tests", "Infra", "Iam", "Requests", name)), Strict)
        ?? throw new InvalidOperationException($"{name} is empty.");
}
