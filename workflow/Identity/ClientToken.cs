using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow.Identity;

/// <summary>Makes submitting a job idempotent. Until a job's ARN is recorded, each submission repeats the token, also a
/// redrive after a lost answer: the service answers with the existing job. After a job that is known to have ended, the
/// token is a new one.</summary>
public static class ClientToken
{
    /// <param name="previous">The call's job before this one; null where this is its first.</param>
    /// <param name="request">What is submitted, the recording's digest with it: the service refuses a token with
    /// another request.</param>
    public static string For(string executionName, Job? previous, string request) =>
        Sha256Hex.Of($"{executionName}\n{previous?.InvocationArn}\n{request}");
}
