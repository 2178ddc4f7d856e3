using System.Buffers;

namespace CallRecording.Workflow.Recordings;

/// <summary>Which S3 URIs a job may be given: Bedrock Data Automation takes fewer than S3 does
/// (InvokeDataAutomationAsync, the pattern of inputConfiguration.s3Uri).</summary>
public static class JobLocation
{
    private const int MaxLength = 1024;

    private static readonly SearchValues<char> Refused = SearchValues.Create("{}^%`[]\"<>~#|\u007f");

    /// <summary>Why a job would be refused for this location; null where it would not.</summary>
    public static string? Problem(S3Uri location)
    {
        var text = location.ToString();
        if (text.Length > MaxLength)
        {
            return $"{Excerpt.Of(text)} has {text.Length} characters, a job takes at most {MaxLength}.";
        }

        foreach (var c in location.Key)
        {
            if (c < ' ' || Refused.Contains(c))
            {
                return $"{Excerpt.Of(text)} holds {Name(c)}, which a job does not take; use another key.";
            }
        }

        return null;
    }

    private static string Name(char c) => char.IsControl(c) ? $"the control character U+{(int)c:X4}" : $"'{c}'";
}
