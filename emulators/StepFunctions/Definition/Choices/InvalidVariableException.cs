using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

/// <summary>A Choice compares a variable that is not in its data. The message is AWS's.</summary>
internal sealed class InvalidVariableException(ReferencePath variable) : Exception(
    $"Invalid path '{variable.Text}': The choice state's condition path references an invalid value.");
