using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>An alarm rings when it must, and only then: found out by letting it see metrics.</summary>
internal static class AlarmValueRules
{
    private const string Prefix = "dmg-inbound-callrecording-";

    /// <summary>Well beyond the slowest alarm.</summary>
    private const int LongSeconds = 7200;

    public static IEnumerable<string> Each_alarm_has_a_row_that_says_when_it_must_ring(RecordedProgram program)
    {
        var cases = AlarmCases.Of(program).Select(one => Prefix + one.Alarm).ToHashSet(StringComparer.Ordinal);
        var alarms = program.Of(AlarmDefinition.Type).Select(one => one.Text("name")).ToList();
        foreach (var alarm in alarms.Where(alarm => !cases.Contains(alarm)))
        {
            yield return $"It is not said when {alarm} must ring: it has no row in {nameof(AlarmCases)}.";
        }

        foreach (var missing in cases.Except(alarms))
        {
            yield return $"There is no alarm {missing}.";
        }
    }

    public static IEnumerable<string> An_alarm_rings_in_time_when_it_is_bad(RecordedProgram program) =>
        from one in Cases(program)
        from situation in one.Case.Bad
        let rang = FirstAlarm(one.Alarm, situation)
        where rang != one.Case.RingsAfterSeconds
        select $"{one.Name} {Rings(rang)} when {situation.What}, expected after {one.Case.RingsAfterSeconds} s.";

    public static IEnumerable<string> An_alarm_is_silent_when_all_is_well(RecordedProgram program) =>
        from one in Cases(program)
        from situation in one.Case.Well
        let rang = FirstAlarm(one.Alarm, situation)
        where rang is not null
        select $"{one.Name} {Rings(rang)} when {situation.What}.";

    /// <summary>No message, no execution, no request: no problem. And none any more.</summary>
    public static IEnumerable<string> An_alarm_is_over_when_nothing_is_heard(RecordedProgram program)
    {
        foreach (var (name, alarm, @case) in Cases(program))
        {
            if (AlarmEvaluation.Of(alarm, (_, _) => [], LongSeconds).Any(one => one.State is not AlarmState.Ok))
            {
                yield return $"{name} is not OK where nothing was ever heard.";
            }

            var bad = @case.Bad[0];
            var minutes = @case.RingsAfterSeconds / 60;
            var last = AlarmEvaluation.Of(
                alarm, (metric, minute) => minute < minutes ? bad.Samples(metric, minute) : [], LongSeconds)[^1];
            if (last.State is not AlarmState.Ok)
            {
                yield return $"{name} is still not OK two hours after {bad.What}.";
            }
        }
    }

    public static IEnumerable<string> An_alarm_and_its_end_are_told_where_alarms_are_read(RecordedProgram program)
    {
        var topic = program.Of("aws:sns/topic:Topic").SingleOrDefault(one => one.Name == Prefix + "alarms");
        var arn = topic is null ? "" : Graph.Reference(topic, "arn");
        foreach (var alarm in program.Of(AlarmDefinition.Type))
        {
            if (alarm.Inputs.GetValueOrDefault("actionsEnabled") is false)
            {
                yield return $"The actions of {alarm.Name} are switched off.";
            }

            foreach (var actions in (string[])["alarmActions", "okActions"])
            {
                if (!alarm.List(actions).SequenceEqual([arn]))
                {
                    yield return $"The {actions} of {alarm.Name} are {string.Join(", ", alarm.List(actions))}, "
                        + $"expected {arn}.";
                }
            }
        }
    }

    private static int? FirstAlarm(AlarmDefinition alarm, Situation situation)
    {
        var rang = AlarmEvaluation.Of(alarm, situation.Samples, LongSeconds)
            .FirstOrDefault(one => one.State is AlarmState.Alarm);
        return rang.AtSeconds == 0 ? null : rang.AtSeconds;
    }

    private static IEnumerable<(string Name, AlarmDefinition Alarm, AlarmCase Case)> Cases(RecordedProgram program) =>
        from one in AlarmCases.Of(program)
        from alarm in program.Of(AlarmDefinition.Type)
        where alarm.Text("name") == Prefix + one.Alarm
        select (alarm.Text("name"), AlarmDefinition.Of(program, alarm), one);

    private static string Rings(int? afterSeconds) =>
        afterSeconds is null ? "does not ring" : $"rings after {afterSeconds} s";
}
