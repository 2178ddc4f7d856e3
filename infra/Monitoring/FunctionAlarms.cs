using CallRecording.Infra.Functions;

namespace CallRecording.Infra.Monitoring;

/// <summary>Functions that fail, and functions that Lambda refuses to run.</summary>
internal static class FunctionAlarms
{
    private const int MaxErrorsPercent = 5;

    /// <param name="failsOnPurpose">Fails each time that it has recorded a failure: its errors say nothing.</param>
    public static void AddTo(AlarmSet alarms, IReadOnlyList<TaskFunction> functions, TaskFunction failsOnPurpose)
    {
        foreach (var function in functions.Where(one => one != failsOnPurpose))
        {
            AddErrors(alarms, function);
        }

        alarms.AddSum(
            "function-throttles",
            "Lambda refused invocations, because too many ran at the same time. What was refused is tried again, but "
            + "calls and answers take longer: raise the account's quota of concurrent executions, or lower "
            + "maximumStarters.",
            functions.Select(one => Of(one, "Throttles")));
    }

    /// <remarks>A share of the invocations, so a metric of its own for each function would say less.</remarks>
    private static void AddErrors(AlarmSet alarms, TaskFunction function) => alarms.Add(
        $"{function.Process}-errors",
        $"More than {MaxErrorsPercent} % of the invocations of {Names.Function(function.Process)} failed. "
        + "Its log has the reason of each; executions retry what may pass and record what does not.",
        MaxErrorsPercent,
        ("share", "IF(invocations > 0, 100 * errors / invocations, 0)", "errors in percent"),
        [("errors", Of(function, "Errors")), ("invocations", Of(function, "Invocations"))]);

    private static WatchedMetric Of(TaskFunction function, string metric) =>
        new("AWS/Lambda", metric) { Dimensions = { ["FunctionName"] = function.Function.Name } };
}
