using CallRecording.Local.Commands;
using CallRecording.Operations.CommandLine;

return await CommandRunner.InvokeAsync(RunCommands.Create(), args);
