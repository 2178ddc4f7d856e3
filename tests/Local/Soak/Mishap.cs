namespace CallRecording.Tests.Local.Soak;

/// <summary>What can happen to one request on its way.</summary>
internal enum Mishap
{
    None,

    /// <summary>Nobody answers.</summary>
    Away,

    /// <summary>The service refuses with an error of its own.</summary>
    Error,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>It is done, and nobody hears of it.</summary>
    AnswerLost,

    /// <summary>The answer breaks off in the middle.</summary>
    AnswerCut,

    /// <summary>All that came before it are answered first.</summary>
    Slow,
}
