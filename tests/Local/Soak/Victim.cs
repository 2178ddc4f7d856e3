namespace CallRecording.Tests.Local.Soak;

/// <summary>Who gets SIGKILL.</summary>
internal enum Victim
{
    /// <summary>One process of one function, whichever.</summary>
    Function,

    /// <summary>The whole of <c>./run</c>: engine, BDA emulator, queue poller, API.</summary>
    System,

    /// <summary>DynamoDB, S3, SQS and SNS; the system ends with them.</summary>
    Emulators,
}
