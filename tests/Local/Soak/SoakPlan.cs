namespace CallRecording.Tests.Local.Soak;

/// <summary>Everything that happens in a soak, in its order; the same seed plans the same.</summary>
internal sealed class SoakPlan
{
    /// <summary>A duplicate comes at once, or after so many other messages, when its call may long be done.</summary>
    private const int LatestDuplicate = 2_000;

    private const int HangingShare = 10;

    private static readonly Victim[] Victims =
        [Victim.Function, Victim.System, Victim.Function, Victim.Emulators];

    private SoakPlan(IReadOnlyList<PlannedCall> calls, IReadOnlyList<string> bad, IReadOnlyList<SoakStep> steps)
    {
        Calls = calls;
        Bad = bad;
        Steps = steps;
    }

    public IReadOnlyList<PlannedCall> Calls { get; }

    /// <summary>Bodies of messages that must end in the dead letters.</summary>
    public IReadOnlyList<string> Bad { get; }

    public IReadOnlyList<SoakStep> Steps { get; }

    public static SoakPlan Of(SoakSize size, Random random)
    {
        List<PlannedFault> faults = [.. Faults(size)];
        var fates = faults.ToArray();
        random.Shuffle(fates);
        List<PlannedCall> calls = [.. fates.Select((fault, index) => new PlannedCall(index + 1, fault))];
        List<string> bad = [.. Enumerable.Range(1, size.Bad).Select(BadMessage)];

        IEnumerable<(double Place, SoakStep Step)> placed =
        [
            .. calls.Select((call, place) => ((double)place, (SoakStep)new SoakStep.Publish(call, Again: false))),
            .. Duplicates(calls, size.Duplicates, random),
            .. bad.Select(body => (random.NextDouble() * calls.Count, (SoakStep)new SoakStep.PublishBad(body))),
            .. Kills(size),
        ];
        return new SoakPlan(calls, bad, [.. placed.OrderBy(step => step.Place).Select(step => step.Step)]);
    }

    private static IEnumerable<PlannedFault> Faults(SoakSize size)
    {
        for (var number = 0; number < size.Calls; number++)
        {
            var permanent = number - size.Transient;
            yield return number < size.Transient
                ? PlannedFault.Transient[number % PlannedFault.Transient.Count]
                : permanent >= size.Permanent
                    ? PlannedFault.None
                    : size.WithHanging && permanent % HangingShare == HangingShare - 1
                        ? PlannedFault.Hang
                        : PlannedFault.Permanent[permanent % PlannedFault.Permanent.Count];
        }
    }

    private static IEnumerable<(double Place, SoakStep Step)> Duplicates(
        List<PlannedCall> calls, int count, Random random)
    {
        for (var number = 0; number < count; number++)
        {
            var place = random.Next(calls.Count);
            // Half of them right behind the first, half of them later.
            var distance = number % 2 == 0 ? 0.5 : random.Next(LatestDuplicate) + 0.5;
            yield return (place + distance, new SoakStep.Publish(calls[place], Again: true));
        }
    }

    // Evenly over the time of publishing, the first when much is under way.
    private static IEnumerable<(double Place, SoakStep Step)> Kills(SoakSize size) => Enumerable.Range(1, size.Kills)
        .Select(number => (
            (double)size.Calls * number / (size.Kills + 1),
            (SoakStep)new SoakStep.Kill(Victims[(number - 1) % Victims.Length])));

    private static string BadMessage(int number) => (number % 3) switch
    {
        0 => $"this is not JSON, {number}",
        1 => $$"""{"callId":"soak-bad-{{number}}","audioS3Uri":"https://example.com/audio.mp3"}""",
        _ => $$"""{"audioS3Uri":"s3://bucket/{{number}}.mp3","timestamp":"2026-01-02T03:04:05Z"}""",
    };
}
