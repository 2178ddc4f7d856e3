namespace CallRecording.Operations.CommandLine;

/// <summary>Whether a command may make the changes that it announced.</summary>
/// <param name="IsDry">True to announce the changes only.</param>
/// <param name="IsGiven">True to make them without a question.</param>
/// <param name="Ask">Asks the operator a question; null without a terminal.</param>
internal sealed record Confirmation(bool IsDry, bool IsGiven, Func<string, bool>? Ask)
{
    /// <returns>False when the changes are to be announced only.</returns>
    /// <param name="question">The change to confirm.</param>
    /// <param name="undone">The message when the answer is no.</param>
    /// <exception cref="CommandException">The operator did not confirm.</exception>
    public bool Obtain(string question, string undone)
    {
        if (IsDry || IsGiven)
        {
            return !IsDry;
        }

        if (Ask is null)
        {
            throw new CommandException(
                "there is no terminal to confirm on: pass --yes, or --dry-run to change nothing");
        }

        return Ask(question) ? true : throw new CommandException(undone);
    }
}
