using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>Who waits for whom, and for how long: always the one behind gives up first.</summary>
internal static class TimeRules
{
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private const int TimesTheTimeout = 6;

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
    private const int ApiGatewaySeconds = 29;

    public static IEnumerable<string> A_function_gives_up_before_its_state(RecordedProgram program)
    {
        var states = Graph.Definition(program)["States"]!.AsObject();
        foreach (var (state, arn) in Graph.Tasks(program))
        {
            var seconds = Targets.Function(program, arn)?.Number("timeout");
            var limit = (double?)states[state]!["TimeoutSeconds"];
            if (seconds is null || limit is null || seconds >= limit)
            {
                yield return $"The function of {state} may run for {seconds} s, the state for {limit} s.";
            }
        }
    }

    public static IEnumerable<string> A_function_behind_the_API_gives_up_before_API_Gateway(RecordedProgram program) =>
        from function in Graph.Functions(program)
        where Graph.Variable(function, "FUNCTION") is "Retrieval" or "Uploads"
        where function.Number("timeout") is <= 0 or >= ApiGatewaySeconds
        select $"{function.Name} may run for {function.Number("timeout")} s, API Gateway waits for "
            + $"{ApiGatewaySeconds} s.";

    public static IEnumerable<string> A_message_stays_hidden_for_six_times_as_long_as_its_function_may_run(
        RecordedProgram program)
    {
        foreach (var source in program.Of("aws:lambda/eventSourceMapping:EventSourceMapping"))
        {
            var queue = Targets.Of(program, source.Text("eventSourceArn"), "aws:sqs/queue:Queue", "arn");
            var function = Targets.Function(program, source.Text("functionName"));
            var (hidden, runs) = (queue?.Number("visibilityTimeoutSeconds"), function?.Number("timeout"));
            if (hidden is null || runs is null || hidden < TimesTheTimeout * runs)
            {
                yield return $"{source.Name} hides messages for {hidden} s, its function may run for {runs} s; "
                    + $"expected {TimesTheTimeout} times as long.";
            }
        }
    }

    /// <summary>A settlement that takes longer than the sweep's period would run into the next one.</summary>
    public static IEnumerable<string> A_sweep_ends_before_the_next_one(RecordedProgram program) =>
        from function in Graph.Functions(program)
        where Graph.Variable(function, "FUNCTION") == "Settlement" && function.Number("timeout") is <= 0 or >= 300
        select $"{function.Name} may run for {function.Number("timeout")} s, and is asked every 300 s.";
}
