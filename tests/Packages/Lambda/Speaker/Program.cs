using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using CallRecording.Tests.Speaker;

// The event is the name of what to say, as a JSON string; the answer is how much memory the process may use, in bytes.
Func<Stream, ILambdaContext, Task<Stream>> say = (input, context) =>
{
    using var saying = JsonDocument.Parse(input);
    Sayings.Say(saying.RootElement.GetString(), context.Logger);
    return Task.FromResult<Stream>(
        new MemoryStream(Encoding.UTF8.GetBytes($"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes}")));
};
using var bootstrap = LambdaBootstrapBuilder.Create(say).Build();
await bootstrap.RunAsync();
