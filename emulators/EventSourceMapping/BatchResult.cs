using System.Text.Json;

namespace CallRecording.Emulators.EventSourceMapping;

/// <summary>What a function that reports batch item failures says about a batch, read as Lambda reads it.</summary>
internal static class BatchResult
{
    /// <returns>The messages that succeeded; none of them when the answer cannot be trusted.</returns>
    public static IReadOnlySet<string> Succeeded(ReadOnlyMemory<byte> response, IReadOnlySet<string> messageIds)
    {
        if (Failed(response) is not { } failed || !failed.IsSubsetOf(messageIds))
        {
            return new HashSet<string>();
        }

        return messageIds.Except(failed).ToHashSet();
    }

    private static HashSet<string>? Failed(ReadOnlyMemory<byte> response)
    {
        if (response.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(response);
            return Failed(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static HashSet<string>? Failed(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!answer.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (failures.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        // A failure that names no message becomes the empty name, which is no message's.
        return [.. failures.EnumerateArray().Select(failure => Identifier(failure) ?? string.Empty)];
    }

    private static string? Identifier(JsonElement failure) =>
        failure.ValueKind == JsonValueKind.Object
        && failure.TryGetProperty("itemIdentifier", out var identifier)
        && identifier.ValueKind == JsonValueKind.String
            ? identifier.GetString()
            : null;
}
