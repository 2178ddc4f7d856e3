using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace CallRecording.Tests.Packages.Lambda;

[Collection(RuntimeCollection.Name)]
public sealed class WhenAnEventArrives
{
    [Fact]
    public async Task The_handlers_answer_is_the_response()
    {
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"status?"}""");
        await using var function = RunningFunction.Start(
            api, (question, _) => Task.FromResult(new LambdaReply($"{question.Text} é & <done>")));

        var post = await api.PostAsync();

        Assert.Equal(FakeRuntimeApi.Path + "/invocation/request-1/response", post.Path);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal("""{"Text":"status? é & <done>","Mood":"Calm"}""", post.Body);
    }

    [Fact]
    public async Task The_path_in_the_endpoint_is_part_of_every_address()
    {
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"a"}""");
        await using var function = RunningFunction.Start(api, (_, _) => Task.FromResult(new LambdaReply("b")));

        await api.PostAsync();

        Assert.Equal(FakeRuntimeApi.Path + "/invocation/next", api.Server.Requests[0].Path);
        Assert.All(
            api.Server.Requests,
            request => Assert.StartsWith(FakeRuntimeApi.Path, request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_one_follows_with_its_own_request_id()
    {
        await using var api = await FakeRuntimeApi.StartAsync(
            """{"Text":"a"}""", """{"Text":"b"}""", """{"Text":"c"}""");
        await using var function = RunningFunction.Start(
            api,
            (question, context) => Task.FromResult(new LambdaReply($"{question.Text} for {context.AwsRequestId}")));

        for (var number = 1; number <= 3; number++)
        {
            var post = await api.PostAsync();
            Assert.Equal($"{FakeRuntimeApi.Path}/invocation/request-{number}/response", post.Path);
            Assert.Equal($"{"abc"[number - 1]} for request-{number}", (string?)post.Json["Text"]);
        }
    }

    [Fact]
    public async Task The_context_tells_what_the_headers_say()
    {
        ILambdaContext? seen = null;
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"a"}""");
        await using var function = RunningFunction.Start(api, (_, context) =>
        {
            seen = context;
            return Task.FromResult(new LambdaReply("b"));
        });

        await api.PostAsync();

        Assert.NotNull(seen);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:GetJobStatus", seen.InvokedFunctionArn);
        Assert.Equal(FakeRuntimeApi.TraceId, seen.TraceId);
        Assert.Equal(FakeRuntimeApi.TenantId, seen.TenantId);
        var deadline = TimeProvider.System.GetUtcNow() + seen.RemainingTime;
        Assert.InRange(deadline, FakeRuntimeApi.Deadline.AddDays(-1), FakeRuntimeApi.Deadline.AddDays(1));
    }

    [Fact]
    public async Task A_handler_of_streams_gets_and_gives_the_bytes_themselves()
    {
        Func<Stream, ILambdaContext, Task<Stream>> echo = async (input, _) =>
        {
            var copy = new MemoryStream();
            await input.CopyToAsync(copy);
            copy.Position = 0;
            return copy;
        };
        await using var api = await FakeRuntimeApi.StartAsync("""[ "as it is" ]""");
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create(echo));

        Assert.Equal("""[ "as it is" ]""", (await api.PostAsync()).Body);
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_answers_with_an_empty_body()
    {
        Func<LambdaQuestion, ILambdaContext, Task> handler = (_, _) => Task.CompletedTask;
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"a"}""");
        await using var function = RunningFunction.Start(
            api, LambdaBootstrapBuilder.Create(handler, RunningFunction.Serializer()));

        var post = await api.PostAsync();

        Assert.EndsWith("/response", post.Path, StringComparison.Ordinal);
        Assert.Empty(post.Body);
    }
}
