using System.Text.Json.Nodes;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Lambda;

[Collection(RuntimeCollection.Name)]
public sealed class WhenAHandlerThrows
{
    private const string TooLarge = "Exception exceeded maximum payload size of 256KB.";

    [Fact]
    public async Task The_exceptions_simple_name_is_the_error_type()
    {
        var post = await ReportAsync(new InvalidDataException("No transcript."));

        Assert.Equal(FakeRuntimeApi.Path + "/invocation/request-1/error", post.Path);
        Assert.Equal("InvalidDataException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("application/vnd.aws.lambda.error+json", post.Headers["Content-Type"]);
        Assert.Equal("InvalidDataException", (string?)post.Json["errorType"]);
        Assert.Equal("No transcript.", (string?)post.Json["errorMessage"]);
    }

    [Fact]
    public async Task The_stack_trace_names_the_thrower()
    {
        var post = await ReportAsync(new InvalidDataException("No transcript."));

        var lines = Assert.IsType<JsonArray>(post.Json["stackTrace"]);
        Assert.Contains(nameof(WhenAHandlerThrows), (string?)lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inner_exception_is_the_cause()
    {
        var post = await ReportAsync(new InvalidDataException("Outer.", new TimeoutException("Inner.")));

        Assert.Equal("TimeoutException", (string?)post.Json["cause"]?["errorType"]);
        Assert.Equal("Inner.", (string?)post.Json["cause"]?["errorMessage"]);
    }

    [Fact]
    public async Task Several_inner_exceptions_are_the_causes()
    {
        var post = await ReportAsync(
            new AggregateException(new TimeoutException("One."), new InvalidDataException("Two.")));

        Assert.Equal("One.", (string?)post.Json["causes"]?[0]?["errorMessage"]);
        Assert.Equal("InvalidDataException", (string?)post.Json["causes"]?[1]?["errorType"]);
    }

    /// <summary>256 KB: then nothing says any more what went wrong, and Step Functions matches no errorType.</summary>
    [Theory]
    [InlineData(255 * 1024, "InvalidDataException")]
    [InlineData(256 * 1024, null)]
    public async Task An_error_that_is_too_large_loses_its_type(int characters, string? expected)
    {
        var post = await ReportAsync(new InvalidDataException(new string('a', characters)));

        Assert.Equal(expected, (string?)post.Json["errorType"]);
        Assert.Equal(expected is null, (string?)post.Json["errorMessage"] == TooLarge);
        Assert.Equal("InvalidDataException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public async Task A_cause_that_is_too_large_is_left_out_alone()
    {
        var post = await ReportAsync(
            new InvalidDataException("Outer.", new TimeoutException(new string('a', 256 * 1024))));

        Assert.Equal("Outer.", (string?)post.Json["errorMessage"]);
        Assert.Equal($$"""{"errorMessage":"{{TooLarge}}"}""", post.Json["cause"]?.ToJsonString());
    }

    [Fact]
    public async Task The_next_event_is_handled_all_the_same()
    {
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"bad"}""", """{"Text":"good"}""");
        await using var function = RunningFunction.Start(api, (question, _) =>
            question.Text == "bad" ? throw new InvalidDataException("Bad.") : Task.FromResult(new LambdaReply("fine")));

        Assert.EndsWith("/request-1/error", (await api.PostAsync()).Path, StringComparison.Ordinal);
        Assert.EndsWith("/request-2/response", (await api.PostAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_it_cannot_read_is_an_error_of_the_serializer()
    {
        await using var api = await FakeRuntimeApi.StartAsync("[]");
        await using var function = RunningFunction.Start(api, (_, _) => Task.FromResult(new LambdaReply("never")));

        var post = await api.PostAsync();

        Assert.EndsWith("/request-1/error", post.Path, StringComparison.Ordinal);
        Assert.Equal("JsonSerializerException", (string?)post.Json["errorType"]);
        Assert.StartsWith(
            $"Error converting the Lambda event JSON payload to type {typeof(LambdaQuestion).FullName}: ",
            (string?)post.Json["errorMessage"],
            StringComparison.Ordinal);
        Assert.Equal("JsonException", (string?)post.Json["cause"]?["errorType"]);
    }

    private static async Task<Received> ReportAsync(Exception exception)
    {
        await using var api = await FakeRuntimeApi.StartAsync("""{"Text":"a"}""");
        await using var function = RunningFunction.Start(api, (_, _) => throw exception);
        return await function.PostAsync(api);
    }
}
