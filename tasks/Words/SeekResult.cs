namespace CallRecording.Tasks.Words;

/// <summary>Where a cursor got to: a row; or, without one, the end, or the end of what it may ask for.</summary>
internal readonly record struct SeekResult(WordRow? Row, bool OutOfRequests)
{
    public static readonly SeekResult End;

    public static readonly SeekResult Stopped = new(null, OutOfRequests: true);
}
