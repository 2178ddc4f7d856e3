using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions.Model;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Compares what was published with items, executions, jobs and dead letters.</summary>
/// <param name="tries">How often each message was sent.</param>
/// <param name="mended">True when all faults were taken away and their executions redriven.</param>
internal sealed class Auditor(
    SoakPlan plan, FinalPlaces places, IReadOnlyDictionary<string, int> tries, bool mended)
{
    private readonly List<string> wrong = [];
    private int lost;
    private int twice;
    private int extraJobs;

    public Audit Compare()
    {
        foreach (var call in plan.Calls)
        {
            Compare(call);
        }

        foreach (var body in plan.Bad)
        {
            // A dead letter for each delivery: SQS cannot know that two of them say the same.
            CountOne(places.DeadLetters[body].Count(), $"the dead letter {body}", tries.GetValueOrDefault(body));
        }

        CountUnknown();
        return new Audit(
            plan.Calls.Count,
            places.Items.Sum(one => one.Count()),
            places.Executions.Count,
            places.DeadLetters.Sum(one => one.Count()),
            lost,
            twice,
            extraJobs,
            wrong);
    }

    private void Compare(PlannedCall call)
    {
        var arn = call.Submitted.ExecutionArn;
        var items = places.Items[call.CallId].ToList();
        var executions = places.Executions[arn].ToList();
        var allowed = mended ? call.Fault.JobsInTheEnd : call.Fault.Jobs;
        var jobs = places.Jobs.GetValueOrDefault(call.Audio.ToString());
        extraJobs += Math.Max(0, jobs - allowed);
        if (jobs > allowed)
        {
            wrong.Add($"{call}: {jobs} jobs, expected at most {allowed}");
        }

        if (CountOne(items.Count, $"{call}: items") && CountOne(executions.Count, $"{call}: executions"))
        {
            CompareEnds(call, items[0], executions[0]);
        }
    }

    private void CompareEnds(PlannedCall call, Dictionary<string, AttributeValue> item, ExecutionListItem execution)
    {
        var error = mended ? null : call.Fault.Error;
        var expected = error is null ? ("SUCCESS", "SUCCEEDED", null) : ("FAILED", "FAILED", error);
        var found = (Text(item, "bedrock_status"), execution.Status.Value, Text(item, "error"));
        if (found.Item1 is not ("SUCCESS" or "FAILED"))
        {
            lost++;
        }

        var isAsExpected = found == expected || (error is not null && IsSettled(item)
            && (found.Item1, found.Item2) == (expected.Item1, expected.Item2));
        if (!isAsExpected)
        {
            wrong.Add($"{call}: {found}, expected {expected}; {Text(item, "cause")}");
        }

        if (Text(item, "execution_arn") != execution.ExecutionArn)
        {
            wrong.Add($"{call}: its item belongs to {Text(item, "execution_arn")}");
        }

        if (found.Item1 == "SUCCESS" && Text(item, "call_summary") != call.Summary)
        {
            wrong.Add($"{call}: its summary is '{Text(item, "call_summary")}', expected '{call.Summary}'");
        }
    }

    /// <summary>Its recorder was killed before it wrote: the settlement did, with the execution's own error.</summary>
    private static bool IsSettled(Dictionary<string, AttributeValue> item) =>
        Text(item, "bedrock_status") == "FAILED" && !item.ContainsKey("failure_id")
        && !string.IsNullOrEmpty(Text(item, "error")) && !string.IsNullOrEmpty(Text(item, "cause"));

    // What nobody published is not there either.
    private void CountUnknown()
    {
        var calls = plan.Calls.Select(call => call.CallId).ToHashSet(StringComparer.Ordinal);
        var executions = plan.Calls.Select(call => call.Submitted.ExecutionArn).ToHashSet(StringComparer.Ordinal);
        var audio = plan.Calls.Select(call => call.Audio.ToString()).ToHashSet(StringComparer.Ordinal);
        var bad = plan.Bad.ToHashSet(StringComparer.Ordinal);
        foreach (var what in places.Items.Select(one => one.Key).Where(one => !calls.Contains(one))
            .Concat(places.Executions.Select(one => one.Key).Where(one => !executions.Contains(one)))
            .Concat(places.DeadLetters.Select(one => one.Key).Where(one => !bad.Contains(one))))
        {
            twice++;
            wrong.Add($"nobody published {what}");
        }

        extraJobs += places.Jobs.Where(jobs => !audio.Contains(jobs.Key)).Sum(jobs => jobs.Value);
    }

    private bool CountOne(int count, string what, int most = 1)
    {
        if (count < 1 || count > most)
        {
            wrong.Add($"{what}: {count}, expected 1");
        }

        lost += count == 0 ? 1 : 0;
        twice += Math.Max(0, count - most);
        return count == 1;
    }

    private static string? Text(Dictionary<string, AttributeValue> item, string attribute) =>
        item.GetValueOrDefault(attribute)?.S;
}
