namespace CallRecording.Operations.CommandLine;

/// <summary>Whether a command may do what it has said that it would do.</summary>
/// <param name="IsDry">It shall only say it.</param>
/// <param name="IsGiven">It need not ask.</param>
/// <param name="Ask">Puts a question to a person; null where nobody sits there.</param>
internal sealed record Confirmation(bool IsDry, bool IsGiven, Func<string, bool>? Ask)
{
    /// <returns>False where it shall only be said.</returns>
    /// <param name="question">What is about to be done.</param>
    /// <param name="undone">What to say where the answer is no.</param>
    /// <exception cref="CommandException">Nobody said yes.</exception>
    public bool Obtain(string question, string undone)
    {
        if (IsDry || IsGiven)
        {
            return !IsDry;
        }

        if (Ask is null)
        {
            throw new CommandException("nobody is asked here whether to go on: say --yes, or --dry-run to only look");
        }

        return Ask(question) ? true : throw new CommandException(undone);
    }
}
