namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>Something that a browser does for a page.</summary>
/// <param name="Directive">That decides on it.</param>
/// <param name="Address">What is fetched; <c>inline</c> or <c>eval</c> for what is not.</param>
internal sealed record Fetch(string Directive, string Address);
