namespace CallRecording.Tests.Infra.Iam.Requests;

/// <param name="Role">The last part of its name; * for every function's.</param>
/// <param name="Requests">Actions, and resources in the words of <see cref="DeployedResources"/>.</param>
/// <param name="Why">Which service, and where it says so.</param>
/// <param name="When">An option of the stack without which it does not happen.</param>
internal sealed record OnBehalf(string Role, Dictionary<string, string[]> Requests, string Why, string? When = null);
