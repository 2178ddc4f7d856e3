using System.CommandLine;
using System.CommandLine.Parsing;
using CallRecording.Operations.CommandLine;

namespace CallRecording.Operations.Failures;

/// <summary>The options that say which failed calls an operator means.</summary>
internal sealed class FailureOptions
{
    private readonly Option<string?> error = new("--error")
    {
        HelpName = "NAME",
        Description = "Only calls with this error, for example JobClientError.",
    };

    private readonly Option<string[]> callIds = new("--call-id")
    {
        HelpName = "ID",
        Description = "Only this call; may be given more than once.",
    };

    private readonly Option<DateTimeOffset?> from =
        TimeOption.Create("--from", "Only calls recorded at this time or later, ISO 8601.");

    private readonly Option<DateTimeOffset?> to =
        TimeOption.Create("--to", "Only calls recorded at this time or earlier, ISO 8601.");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[error, callIds, from, to])
        {
            command.Options.Add(option);
        }
    }

    public FailureFilter Filter(ParseResult parsed) => new(
        parsed.GetValue(error),
        [.. (parsed.GetValue(callIds) ?? []).Select(callId => callId.Trim())],
        parsed.GetValue(from),
        parsed.GetValue(to));

    public bool NamesCalls(CommandResult result) =>
        result.GetValue(error) is not null || result.GetValue(callIds) is { Length: > 0 }
        || result.GetValue(from) is not null || result.GetValue(to) is not null;
}
