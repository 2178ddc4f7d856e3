namespace CallRecording.Operations.DeadLetters;

/// <summary>How dead letters are shown.</summary>
internal enum DeadLetterFormat
{
    /// <summary>For display.</summary>
    Line,

    /// <summary>For a program, without the message's words.</summary>
    Json,

    /// <summary>For a program, with the message itself.</summary>
    JsonWithBody,
}
