using System.CommandLine;
using System.CommandLine.Invocation;
using CallRecording.Local.Commands;

var parsed = RunCommands.Create().Parse(args);
if (parsed.Action is ParseErrorAction mistake)
{
    // One clear line; the whole manual is behind --help.
    mistake.ShowHelp = false;
}

// Stopping lets running functions finish and the emulators write their data down.
var stopLimit = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await parsed.InvokeAsync(stopLimit);
