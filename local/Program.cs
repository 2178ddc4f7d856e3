using System.CommandLine;
using CallRecording.Local.Commands;

// Stopping lets running functions finish and the emulators write their data down.
var stopLimit = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await Commands.Create().Parse(args).InvokeAsync(stopLimit);
