using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>One job, as its row has it.</summary>
internal sealed record BdaJob
{
    private const string ArnPrefix =
        $"arn:aws:bedrock:{EmulatedAccount.Region}:{EmulatedAccount.Id}:data-automation-invocation/";

    /// <summary>A UUID: the end of the ARN and the name of the folder in S3.</summary>
    public required string Id { get; init; }

    public required string ClientToken { get; init; }

    /// <summary>SHA-256 over the request without its token: tells a repeated request from another one.</summary>
    public required string Fingerprint { get; init; }

    public required string InputUri { get; init; }

    public required string OutputUri { get; init; }

    /// <summary>Whether a blueprint could run; without one the manifest names no custom output at all.</summary>
    public required bool HasBlueprint { get; init; }

    /// <summary>How long it takes once it is in progress.</summary>
    public required TimeSpan JobTime { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>One of <see cref="BdaStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>When to try to finish it; null while it waits for its turn.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public string? ErrorType { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>How often finishing it failed because S3 did.</summary>
    public int Attempts { get; init; }

    /// <summary>A fault holds it in progress until it is mended.</summary>
    public bool Held { get; init; }

    /// <summary>A fault spoiled its results; mending writes them again.</summary>
    public bool Spoiled { get; init; }

    public string Arn => ArnPrefix + Id;

    /// <summary>The service adds a slash and the job's id to what it is given; a trailing slash makes two.</summary>
    public ObjectLocation Folder => ObjectLocation.Parse($"{OutputUri}/{Id}");

    public ObjectLocation At(string path) => Folder with { Key = $"{Folder.Key}/{path}" };

    public static string? IdOf(string arn) =>
        arn.StartsWith(ArnPrefix, StringComparison.Ordinal) ? arn[ArnPrefix.Length..] : null;
}
