using CallRecording.Tasks;

// Lambda names the function to run in _HANDLER; each function of the stack is this executable with another handler.
return await Functions.RunAsync(Environment.GetEnvironmentVariable("_HANDLER"));
