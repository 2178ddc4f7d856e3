using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition;

internal sealed record PassState(string Name) : State(Name)
{
    public override string Type => "Pass";

    public PayloadTemplate? Parameters { get; init; }

    public bool HasResult { get; init; }

    public JsonNode? Result { get; init; }

    public ReferencePath? ResultPath { get; init; } = ReferencePath.Root;
}
