using CallRecording.Operations.CommandLine;
using CallRecording.Workflow;
using Spectre.Console;

namespace CallRecording.Operations.Failures;

/// <summary>How many calls failed for which reason, the most first: a table at a terminal, else a line each.</summary>
internal static class FailureCounts
{
    public static void Write(IEnumerable<FailedCall> calls, TextWriter output)
    {
        var counts = calls.CountBy(call => (call.FailedState, call.Error))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => $"{pair.Key.FailedState}: {pair.Key.Error}", StringComparer.Ordinal)
            .ToList();
        if (counts.Count > 0 && output is Terminal { HasScreen: true } terminal)
        {
            terminal.Show(TableOf(counts));
            return;
        }

        foreach (var ((state, error), count) in counts)
        {
            output.WriteLine($"  {count,6}  {state}: {error}");
        }
    }

    private static Table TableOf(List<KeyValuePair<(string? FailedState, string? Error), int>> counts)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("Calls").RightAligned()).AddColumn("Failed state").AddColumn("Error");
        foreach (var ((state, error), count) in counts)
        {
            table.AddRow(new Text($"{count}"), Cell(state), Cell(error));
        }

        return table;
    }

    private static Text Cell(string? text) => new(PlainText.Line(text ?? string.Empty));
}
