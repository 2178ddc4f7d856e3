namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>Where an execution stands: everything it needs to go on after a restart or a redrive.</summary>
internal sealed class Position
{
    public required string State { get; set; }

    /// <summary>The state's raw input, JSON.</summary>
    public required string Input { get; set; }

    public Phase Phase { get; set; }

    /// <summary>As the context object has it: unique for each entry of one execution.</summary>
    public DateTimeOffset EnteredTime { get; set; }

    public long EnteredEventId { get; set; }

    /// <summary>What the next event names as its predecessor; 0 for the first state, as on AWS.</summary>
    public long PreviousEventId { get; set; }

    /// <summary>When a wait or a retry delay ends.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Retries so far in this visit, all retriers together.</summary>
    public int RetryCount { get; set; }

    /// <summary>Retries so far in this visit by retrier.</summary>
    public Dictionary<int, int> Attempts { get; set; } = [];

    public void MoveTo(string state, string input)
    {
        State = state;
        Input = input;
        Phase = Phase.Entering;
        Forget();
    }

    /// <summary>Attempts and due time; a redrive starts counting anew.</summary>
    public void Forget()
    {
        Due = null;
        RetryCount = 0;
        Attempts = [];
    }
}
