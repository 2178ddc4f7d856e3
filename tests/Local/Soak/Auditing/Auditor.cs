using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions.Model;

namespace CallRecording.Tests.Local.Soak.Auditing;

/// <summary>Compares what was published with items, executions, jobs and dead letters.</summary>
/// <param name="tries">How often each message was sent.</param>
internal sealed class Auditor(
    SoakPlan plan, FinalPlaces places, IReadOnlyDictionary<string, int> tries, AuditStage stage)
{
    private readonly List<string> wrong = [];
    private int noItem;
    private int failedByKills;
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
            places.Items.SelectMany(one => one).Count(item => Text(item, "bedrock_status") == "FAILED"),
            noItem,
            failedByKills,
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
        var allowed = stage is AuditStage.Ended ? call.Fault.Jobs : call.Fault.JobsInTheEnd;
        noItem += items.Count == 0 ? 1 : 0;
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
        var found = (Text(item, "bedrock_status"), execution.Status.Value, Text(item, "error"));
        if (found.Item1 is not ("SUCCESS" or "FAILED"))
        {
            lost++;
        }

        var isPlanned = found is ("FAILED", "FAILED", _) && found.Item3 == call.Fault.Error;
        var isKilled = found is ("FAILED", "FAILED" or "TIMED_OUT" or "ABORTED", _) && !isPlanned && SaysWhy(item);
        failedByKills += isKilled ? 1 : 0;
        var isAsExpected = stage switch
        {
            // What has a lasting fault cannot have succeeded; anything can have been killed.
            AuditStage.Ended => isPlanned || isKilled || (call.Fault.Error is null && IsDone(found)),
            AuditStage.RedrivenOnce => IsDone(found) || (call.Fault.Error is not null && (isPlanned || isKilled)),
            _ => IsDone(found),
        };
        if (!isAsExpected)
        {
            wrong.Add($"{call}: {found} {stage}; {Text(item, "cause")}");
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

    private static bool IsDone((string? Status, string Execution, string? Error) found) =>
        found is ("SUCCESS", "SUCCEEDED", null);

    private static bool SaysWhy(Dictionary<string, AttributeValue> item) =>
        !string.IsNullOrEmpty(Text(item, "error")) && !string.IsNullOrEmpty(Text(item, "cause"));

    // What was not published is not there either.
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
            wrong.Add($"{what} was not published");
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
