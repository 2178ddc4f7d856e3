namespace CallRecording.Local.StepFunctions.Definition;

internal sealed record ChoiceRule(Condition When, string Next);
