namespace CallRecording.Tasks.Words;

/// <summary>Where a cursor got to: a row; or, without one, the end, or the end of what it may ask for.</summary>
internal readonly record struct WordSeek(WordRow? Row, bool OutOfRequests)
{
    public static readonly WordSeek End;

    public static readonly WordSeek Stopped = new(null, OutOfRequests: true);
}
