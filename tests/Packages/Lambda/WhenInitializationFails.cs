using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace CallRecording.Tests.Packages.Lambda;

[Collection(RuntimeCollection.Name)]
public sealed class WhenInitializationFails
{
    [Fact]
    public async Task The_error_is_reported_and_ends_the_program_before_any_event()
    {
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"a"}""");
        using var bootstrap = Bootstrap(api, () => throw new InvalidDataException("TABLE_NAME is not set."));

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(
            () => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal("TABLE_NAME is not set.", thrown.Message);
        var only = Assert.Single(api.Server.Requests);
        Assert.Equal(FakeRuntimeApi.Path + "/init/error", only.Path);
        Assert.Equal("InvalidDataException", (string?)only.Json["errorType"]);
        Assert.DoesNotContain("Lambda-Runtime-Function-Error-Type", only.Headers.Keys);
        Assert.Equal("TABLE_NAME is not set.", (string?)only.Json["errorMessage"]);
    }

    [Fact]
    public async Task An_initializer_that_says_no_ends_the_program_quietly()
    {
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"a"}""");
        using var bootstrap = Bootstrap(api, () => Task.FromResult(false));

        await bootstrap.RunAsync(TestContext.Current.CancellationToken);

        Assert.Empty(api.Server.Requests);
    }

    private static LambdaBootstrap Bootstrap(FakeRuntimeApi api, LambdaBootstrapInitializer initializer)
    {
        Func<Stream, ILambdaContext, Task> handler = (_, _) => Task.CompletedTask;
        return LambdaBootstrapBuilder.Create(handler)
            .UseBootstrapHandler(initializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();
    }
}
