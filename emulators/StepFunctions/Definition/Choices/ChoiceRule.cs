namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

internal sealed record ChoiceRule(Condition When, string Next);
