using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls;
using CallRecording.Workflow;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>Calls as RFC 4180 has tables, with the byte order mark by which Excel knows UTF-8. A cell that a
/// spreadsheet would take for a formula gets an apostrophe in front:
/// https://owasp.org/www-community/attacks/CSV_Injection.
/// </summary>
internal static class CsvExport
{
    private const string Recorded = "recorded_at";
    private const char ByteOrderMark = '\uFEFF';

    private static readonly string[] Columns =
    [
        CallAttributes.Hash, CallAttributes.CallId, CallAttributes.EpochSeconds, Recorded, CallAttributes.Status,
        CallAttributes.CallSummary, CallAttributes.AudioSummary, CallAttributes.CallCategories, CallAttributes.Topics,
        CallAttributes.Language, CallAttributes.DurationSeconds, CallAttributes.ProcessingSeconds,
        CallAttributes.CostDollars, CallAttributes.FailedState, CallAttributes.Error, CallAttributes.Cause,
        CallAttributes.InputUri, CallAttributes.ExecutionArn,
    ];

    /// <param name="withHeader">The beginning of a file.</param>
    /// <param name="whole">With a column of transcripts, and one that names what is in results.json alone.</param>
    public static string Of(IReadOnlyList<JsonObject> items, bool withHeader, bool whole)
    {
        string[] columns = whole ? [.. Columns, CallAttributes.OnlyInResults, CallAttributes.Transcript] : Columns;
        var text = new StringBuilder();
        if (withHeader)
        {
            text.Append(ByteOrderMark);
            AddRow(text, columns);
        }

        foreach (var item in items)
        {
            AddRow(text, columns.Select(column =>
                Defused(PlainText.Cell(column == Recorded ? TimeOf(item) : Cell(item[column])))));
        }

        return text.ToString();
    }

    private static void AddRow(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string TimeOf(JsonObject item) =>
        DateTimeOffset.FromUnixTimeSeconds(CallItemKey.Of(item).EpochSeconds)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Cell(JsonNode? value) => value switch
    {
        null => string.Empty,
        JsonArray list => string.Join("; ", list.Select(Cell)),
        JsonObject map => ApiResponse.Text(map),
        _ => value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
    };

    // Excel reads the full-width signs as it reads the others, and looks behind tabs and line breaks.
    private static string Defused(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B'
            or '\uFF0D' or '\uFF20' ? "'" + cell : cell;

    // Where the decimal separator is a comma, Excel's list separator is the semicolon.
    private static string Quoted(string cell) => cell.AsSpan().ContainsAny("\",;\r\n")
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
