using System.Text.Json;

namespace CallRecording.Infra.Settings;

/// <summary>The keys of a settings file, as Pulumi hands them to a program: <c>Config</c> itself cannot list
/// them.</summary>
internal static class GivenKeys
{
    /// <param name="json">Pulumi's environment variable PULUMI_CONFIG: an object of "project:key" to text.</param>
    public static IReadOnlyList<string> Of(string project, string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        var start = project + ":";
        return
        [
            .. document.RootElement.EnumerateObject()
                .Where(one => one.Name.StartsWith(start, StringComparison.Ordinal))
                .Select(one => one.Name[start.Length..]),
        ];
    }
}
