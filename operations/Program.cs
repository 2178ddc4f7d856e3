using CallRecording.Operations;
using CallRecording.Operations.CommandLine;

return await CommandRunner.InvokeAsync(OperationsCommand.CreateRoot(), args);
