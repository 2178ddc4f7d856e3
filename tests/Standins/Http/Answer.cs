namespace CallRecording.Tests.Standins.Http;

internal sealed record Answer(int StatusCode, string Body, params (string Name, string Value)[] Headers);
