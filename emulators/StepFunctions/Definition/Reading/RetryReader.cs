using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>Reads Retry and Catch.</summary>
internal static class RetryReader
{
    private const int MaxSeconds = 99_999_999;
    private const int MaxMaxDelaySeconds = 31_622_400;

    public static IReadOnlyList<Retrier> ReadRetry(Fields state)
    {
        var retriers = Entries(state, "Retry").Select(ReadRetrier).ToList();
        CheckAll(state, "Retry", retriers.ConvertAll(retrier => retrier.Errors));
        return retriers;
    }

    public static IReadOnlyList<Catcher> ReadCatch(Fields state)
    {
        var catchers = Entries(state, "Catch").Select(ReadCatcher).ToList();
        CheckAll(state, "Catch", catchers.ConvertAll(catcher => catcher.Errors));
        return catchers;
    }

    private static IEnumerable<Fields> Entries(Fields state, string name) =>
        (state.Array(name) ?? []).Select((entry, index) => entry is JsonObject json
            ? new Fields($"{state.Owner}, {name}[{index}]", json)
            : throw state.Error(name, $"entry {index} is not an object"));

    private static Retrier ReadRetrier(Fields fields)
    {
        fields.Text("Comment");
        var retrier = new Retrier(ReadErrors(fields));
        retrier = retrier with
        {
            IntervalSeconds = fields.Integer("IntervalSeconds", 1, MaxSeconds) ?? retrier.IntervalSeconds,
            MaxAttempts = fields.Integer("MaxAttempts", 0, MaxSeconds) ?? retrier.MaxAttempts,
            BackoffRate = fields.Number("BackoffRate", 1, MaxSeconds) ?? retrier.BackoffRate,
            MaxDelaySeconds = fields.Integer("MaxDelaySeconds", 1, MaxMaxDelaySeconds),
            FullJitter = fields.Text("JitterStrategy") switch
            {
                null or "NONE" => false,
                "FULL" => true,
                var other => throw fields.Error("JitterStrategy", $"is {other}, expected FULL or NONE"),
            },
        };
        fields.RefuseTheRest();
        return retrier;
    }

    private static Catcher ReadCatcher(Fields fields)
    {
        fields.Text("Comment");
        var catcher = new Catcher(ReadErrors(fields), StateReader.ResultPath(fields), fields.RequiredText("Next"));
        fields.RefuseTheRest();
        return catcher;
    }

    private static ErrorNames ReadErrors(Fields fields)
    {
        var names = (fields.Array("ErrorEquals") ?? [])
            .Select(name => name is JsonValue value && value.TryGetValue<string>(out var text)
                ? text
                : throw fields.Error("ErrorEquals", "holds something that is not a string"))
            .ToList();
        if (names.Count == 0)
        {
            throw fields.Error("ErrorEquals", "is empty");
        }

        if (names.Find(IsUnknown) is { } unknown)
        {
            throw fields.Error("ErrorEquals", $"names {unknown}, and the service has no such error");
        }

        return new ErrorNames(names);
    }

    private static bool IsUnknown(string name) =>
        name.StartsWith("States.", StringComparison.Ordinal) && !StateErrors.Known.Contains(name);

    private static void CheckAll(Fields state, string name, List<ErrorNames> entries)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (!entries[index].Names.Contains(StateErrors.All))
            {
                continue;
            }

            if (!entries[index].AreAll)
            {
                throw state.Error(name, $"entry {index} names States.ALL beside other errors; it must be alone");
            }

            if (index != entries.Count - 1)
            {
                throw state.Error(name, $"entry {index} of {entries.Count} names States.ALL; it must be the last");
            }
        }
    }
}
