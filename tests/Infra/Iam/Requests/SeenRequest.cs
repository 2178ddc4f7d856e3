namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>What IAM is asked for a request of a function.</summary>
/// <param name="Function">Its name: <c>dmg-inbound-callrecording-starter</c>.</param>
/// <param name="Resource">In the words of <see cref="ResourceWords"/>, which hold in every account.</param>
internal sealed record SeenRequest(string Function, string Action, string Resource);
