using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Lambda;

[Collection(RuntimeCollection.Name)]
public sealed class WhenTheServiceRefusesTheResponse
{
    [Fact]
    public async Task The_program_ends_and_says_what_was_answered()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(200, "{}", ("Lambda-Runtime-Aws-Request-Id", "request-1")),
            new Answer(413, "too large"));
        Func<Stream, ILambdaContext, Task> handler = (_, _) => Task.CompletedTask;
        using var bootstrap = LambdaBootstrapBuilder.Create(handler)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = server.Address.Authority)
            .Build();

        var thrown = await Assert.ThrowsAnyAsync<RuntimeApiClientException>(
            () => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(413, thrown.StatusCode);
        Assert.EndsWith("\n\nStatus: 413\nResponse: \ntoo large", thrown.Message, StringComparison.Ordinal);
    }
}
