namespace CallRecording.Tasks.Calls.Reading;

/// <summary>How many requests one answer may still make: what it costs does not grow with the number of calls, and what
/// it does not reach is for the next page.</summary>
internal sealed class RequestBudget(int requests)
{
    /// <summary>Requests to DynamoDB for one page of an answer.</summary>
    public const int OfAnAnswer = 24;

    public int Left { get; private set; } = requests;

    /// <param name="keep">As many must be left afterwards for something else.</param>
    public bool TrySpend(int keep = 0)
    {
        if (Left <= keep)
        {
            return false;
        }

        Left--;
        return true;
    }
}
