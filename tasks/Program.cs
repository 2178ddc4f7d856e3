using CallRecording.Tasks;

// Each function of the stack is this executable with another name in its environment.
return await Functions.RunAsync(Environment.GetEnvironmentVariable);
