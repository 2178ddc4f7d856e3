using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Results;

/// <summary>A call and its results: the consolidated results.json, from which an item can be made again.</summary>
public sealed record CallRecord(RecordedCall Call, CallResults Results)
{
    /// <summary>The version of results.json that is written and read.</summary>
    public const int Schema = 1;

    public ReadOnlyMemory<byte> ToResultsJson() => ResultsJsonWriter.Write(this);

    /// <exception cref="ResultsUnreadableException">It is cut off, incomplete or of another schema.</exception>
    public static CallRecord ReadResultsJson(ReadOnlyMemory<byte> json) => ResultsJsonReader.Read(json);
}
