namespace CallRecording.Operations.Failures;

/// <summary>How many calls failed for which reason, the most first.</summary>
internal static class FailureCounts
{
    public static void Write(IEnumerable<FailedCall> calls, TextWriter output)
    {
        var counts = calls.CountBy(call => $"{call.FailedState}: {call.Error}")
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
        foreach (var (reason, count) in counts)
        {
            output.WriteLine($"  {count,6}  {reason}");
        }
    }
}
