using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Definition;

/// <summary>One entry of Catch.</summary>
/// <param name="ResultPath">Where the error goes in the state's input; null drops it.</param>
internal sealed record Catcher(ErrorNames Errors, ReferencePath? ResultPath, string Next);
