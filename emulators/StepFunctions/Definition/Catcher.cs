using CallRecording.Emulators.StepFunctions.Definition.Reading;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>One entry of Catch.</summary>
/// <param name="ResultPath">Where the error goes in the state's input; null drops it.</param>
internal sealed record Catcher(ErrorNames Errors, ReferencePath? ResultPath, string Next);
