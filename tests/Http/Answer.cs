namespace CallRecording.Tests.Http;

internal sealed record Answer(int StatusCode, string Body, params (string Name, string Value)[] Headers);
