using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow.Identity;

/// <summary>What makes submitting a job idempotent. As long as nobody has heard of a job, every try to submit it repeats
/// the token, a redrive after a lost answer, too: the service answers with the job that it has. After a job that is known
/// to have ended the token is another one.</summary>
public static class ClientToken
{
    /// <param name="previous">The call's job before this one; null where this is its first.</param>
    /// <param name="request">What is submitted, the recording's digest with it: the service refuses a token with another
    /// request.</param>
    public static string For(string executionName, Job? previous, string request) =>
        Sha256Hex.Of($"{executionName}\n{previous?.InvocationArn}\n{request}");
}
