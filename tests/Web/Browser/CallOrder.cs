using System.Text.Json.Nodes;

namespace CallRecording.Tests.Web.Browser;

/// <summary>A call that a test in a browser wants to be there.</summary>
/// <param name="Timestamp">Now when null.</param>
/// <param name="Sample">The folder of a shipped sample, or "four-hours" for <see cref="LongCall"/>.</param>
/// <param name="Standard">BDA's standard output instead of the sample's.</param>
/// <param name="Custom">BDA's custom output instead of the sample's.</param>
internal sealed record CallOrder(
    string CallId,
    DateTimeOffset? Timestamp = null,
    string Sample = "disputed-bill",
    string? Fault = null,
    JsonObject? Standard = null,
    JsonObject? Custom = null,
    JsonObject? Metadata = null);
