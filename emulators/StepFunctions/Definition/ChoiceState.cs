using CallRecording.Emulators.StepFunctions.Definition.Choices;

namespace CallRecording.Emulators.StepFunctions.Definition;

internal sealed record ChoiceState(string Name) : State(Name)
{
    public override string Type => "Choice";

    public required IReadOnlyList<ChoiceRule> Choices { get; init; }

    public string? Default { get; init; }

    public override IEnumerable<string> Successors =>
        Choices.Select(rule => rule.Next).Concat(Default is null ? [] : [Default]);
}
