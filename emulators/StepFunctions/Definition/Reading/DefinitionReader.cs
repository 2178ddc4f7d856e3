using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>
/// Reads a definition, its substitutions applied. What this engine does not run is refused here, by state and field.
/// </summary>
internal static class DefinitionReader
{
    private const int MaxTimeoutSeconds = 99_999_999;
    private const int MaxNameLength = 80;

    /// <exception cref="DefinitionException">The definition cannot run here.</exception>
    public static StateMachine Read(string definition)
    {
        var fields = new Fields("State machine", Parse(definition));
        fields.Text("Comment");
        RefuseOtherVersions(fields);
        RefuseOtherLanguages(fields);
        var startAt = fields.RequiredText("StartAt");
        var timeout = fields.Integer("TimeoutSeconds", 1, MaxTimeoutSeconds);
        var states = fields.Object("States") ?? throw fields.Error("States", "is missing");
        fields.RefuseTheRest();
        var machine = new StateMachine(
            startAt,
            timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            states.ToDictionary(state => state.Key, state => ReadState(state.Key, state.Value)));
        DefinitionChecks.Check(machine);
        return machine;
    }

    internal static void RefuseOtherLanguages(Fields fields)
    {
        if (fields.Text("QueryLanguage") is { } language and not "JSONPath")
        {
            throw fields.Error("QueryLanguage", $"is {language}, expected JSONPath");
        }
    }

    private static JsonObject Parse(string definition)
    {
        try
        {
            return StateJson.Parse(definition) as JsonObject
                ?? throw new DefinitionException("The definition is not a JSON object.");
        }
        catch (JsonException problem)
        {
            throw new DefinitionException($"The definition is not JSON: {problem.Message}");
        }
    }

    private static void RefuseOtherVersions(Fields fields)
    {
        if (fields.Text("Version") is { } version and not "1.0")
        {
            throw fields.Error("Version", $"is {version}, expected 1.0");
        }
    }

    private static State ReadState(string name, JsonNode? state)
    {
        if (name.Length is 0 or > MaxNameLength)
        {
            throw new DefinitionException($"State '{name}': the name has {name.Length} characters, expected 1 to 80.");
        }

        return state is JsonObject json
            ? StateReader.Read(name, new Fields($"State '{name}'", json))
            : throw new DefinitionException($"State '{name}' is not an object.");
    }
}
