using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Metrics.Alarms;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Metrics;

/// <summary>What alarms watch and the dashboard shows: metrics that there are, of this stack's own resources.</summary>
internal static class MetricRules
{
    public static IEnumerable<string> An_alarm_watches_metrics_that_exist_of_resources_of_the_stack(
        RecordedProgram program) =>
        from alarm in program.Of(AlarmDefinition.Type)
        from metric in AlarmDefinition.Of(program, alarm).Metrics
        let problem = KnownMetric.Problem(program, metric.Key, metric.Statistic)
        where problem is not null
        select $"{alarm.Name}: {problem}.";

    public static IEnumerable<string> The_dashboard_shows_metrics_that_exist_of_resources_of_the_stack(
        RecordedProgram program)
    {
        var widgets = Widgets(program).ToList();
        if (widgets.Count == 0)
        {
            yield return "There is nothing on the dashboard.";
        }

        foreach (var properties in widgets)
        {
            var title = (string?)properties["title"];
            var shown = properties["metrics"]!.AsArray().Select(metric => Key(program, metric!.AsArray())).ToList();
            foreach (var key in shown)
            {
                if (KnownMetric.Problem(program, key, (string)properties["stat"]!) is { } problem)
                {
                    yield return $"{title}: {problem}.";
                }
            }

            if (shown.Distinct().Count() != shown.Count)
            {
                yield return $"{title} shows something twice.";
            }
        }
    }

    public static IEnumerable<string> The_dashboard_is_of_the_stacks_region_and_lays_no_graph_over_another(
        RecordedProgram program)
    {
        var region = program.Settings.Region;
        foreach (var properties in Widgets(program).Where(one => (string?)one["region"] != region))
        {
            yield return $"{(string?)properties["title"]} is of {(string?)properties["region"]}, expected {region}.";
        }

        var boxes = AllWidgets(program).Select(Box).ToList();
        for (var one = 0; one < boxes.Count; one++)
        {
            for (var other = one + 1; other < boxes.Count; other++)
            {
                if (Overlap(boxes[one], boxes[other]))
                {
                    yield return $"Graph {other + 1} of the dashboard lies over graph {one + 1}.";
                }
            }
        }
    }

    /// <summary>The functions and the state machine; what the user's architecture document wants to be seen of
    /// them.</summary>
    public static IEnumerable<string> The_dashboard_shows_what_the_users_document_names(RecordedProgram program)
    {
        var shown = Widgets(program)
            .SelectMany(one => one["metrics"]!.AsArray())
            .Select(metric => Key(program, metric!.AsArray()))
            .ToList();
        (string Space, string Name)[] wanted =
        [
            ("AWS/Lambda", "Errors"), ("AWS/Lambda", "Duration"), ("AWS/SQS", "ApproximateNumberOfMessagesVisible"),
            ("AWS/SQS", "ApproximateAgeOfOldestMessage"), ("AWS/ApiGateway", "4XXError"),
            ("AWS/ApiGateway", "5XXError"),
            ("AWS/DynamoDB", "ConsumedReadCapacityUnits"), ("AWS/DynamoDB", "ConsumedWriteCapacityUnits"),
        ];
        foreach (var (space, name) in wanted)
        {
            var of = shown.Where(key => (key.Namespace, key.Name) == (space, name)).ToList();
            if (of.Count == 0)
            {
                yield return $"The dashboard does not show {space} {name}.";
            }

            if (space == "AWS/Lambda" && of.Count != Graph.Functions(program).Count())
            {
                yield return $"The dashboard shows {name} of {of.Count} functions, expected "
                    + $"{Graph.Functions(program).Count()}.";
            }
        }
    }

    private static IEnumerable<JsonObject> AllWidgets(RecordedProgram program) => program
        .Of("aws:cloudwatch/dashboard:Dashboard")
        .SelectMany(one => JsonNode.Parse(one.Text("dashboardBody"))!["widgets"]!.AsArray())
        .Select(widget => widget!.AsObject());

    private static IEnumerable<JsonObject> Widgets(RecordedProgram program) =>
        AllWidgets(program).Select(widget => widget["properties"]!.AsObject()).Where(one => one.ContainsKey("metrics"));

    /// <summary>Namespace, name, and pairs of dimension and value; how it is drawn may stand behind them.</summary>
    private static MetricKey Key(RecordedProgram program, JsonArray metric)
    {
        string[] words =
        [
            .. metric.Where(one => one!.GetValueKind() is JsonValueKind.String)
                .Select(one => Targets.Named(program, (string)one!)),
        ];
        return MetricKey.Of(words[0], words[1], words.Skip(2).Chunk(2).Select(pair => (pair[0], pair[1])));
    }

    private static (int X, int Y, int Width, int Height) Box(JsonObject widget) =>
        ((int)widget["x"]!, (int)widget["y"]!, (int)widget["width"]!, (int)widget["height"]!);

    private static bool Overlap(
        (int X, int Y, int Width, int Height) one, (int X, int Y, int Width, int Height) other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width
        && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}
