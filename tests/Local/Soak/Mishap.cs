namespace CallRecording.Tests.Local.Soak;

/// <summary>What can happen to one request on its way.</summary>
internal enum Mishap
{
    None,

    /// <summary>The service does not answer.</summary>
    Away,

    /// <summary>The service refuses with an error of its own.</summary>
    Error,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>It is done, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>The answer breaks off in the middle.</summary>
    AnswerCut,

    /// <summary>All that came before it are answered first.</summary>
    Slow,
}
