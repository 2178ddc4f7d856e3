namespace CallRecording.Workflow.Search;

/// <summary>Where a word of a call was found: the names of the attributes that have these texts.</summary>
public static class WordSource
{
    public const string Transcript = "transcript";
    public const string CallSummary = "call_summary";
    public const string AudioSummary = "audio_summary";
    public const string TopicSummary = "topic_summary";
    public const string Topics = "topics";
    public const string CallCategories = "call_categories";
    public const string CallId = "call_id";
}
