using System.Text.Json;
using CallRecording.Emulators.Lambda;

namespace CallRecording.Tests.Emulators.Lambda;

public sealed class WhenAFunctionIsInvoked
{
    [Fact]
    public async Task It_gets_its_event_and_what_Lambda_tells_a_function()
    {
        await using var functions = await TestFunctions.StartAsync();

        var response = await functions.InvokeAsync(new { callId = "c-1" });

        Assert.Null(response.FunctionError);
        var answer = Json(response);
        Assert.Equal("c-1", answer.GetProperty("event").GetProperty("callId").GetString());
        var headers = answer.GetProperty("headers");
        Assert.Equal(response.RequestId, headers.GetProperty("lambda-runtime-aws-request-id").GetString());
        Assert.Equal(
            "arn:aws:lambda:us-east-1:000000000000:function:probe",
            headers.GetProperty("lambda-runtime-invoked-function-arn").GetString());
        Assert.Matches(
            "^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$",
            headers.GetProperty("lambda-runtime-trace-id").GetString());
        var environment = answer.GetProperty("environment");
        Assert.Equal("probe", environment.GetProperty("AWS_LAMBDA_FUNCTION_NAME").GetString());
        Assert.Equal("$LATEST", environment.GetProperty("AWS_LAMBDA_FUNCTION_VERSION").GetString());
        Assert.Equal("256", environment.GetProperty("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").GetString());
        Assert.Equal("us-east-1", environment.GetProperty("AWS_REGION").GetString());
        Assert.Equal("t", environment.GetProperty("TABLE").GetString());
    }

    [Fact]
    public async Task It_sees_the_request_id_that_its_caller_chose()
    {
        await using var functions = await TestFunctions.StartAsync();
        const string chosen = "0193a7c0-2b1f-8a11-9c3d-5f6e7d8c9b0a";

        var response = await functions.QueueAsync(new { }, chosen);

        var headers = JsonSerializer.Deserialize<JsonElement>(response.Payload.Span).GetProperty("headers");
        Assert.Equal(chosen, headers.GetProperty("lambda-runtime-aws-request-id").GetString());
        Assert.Equal(chosen, response.RequestId);
    }

    [Fact]
    public async Task Its_process_serves_the_next_event_too()
    {
        await using var functions = await TestFunctions.StartAsync();

        var first = Json(await functions.InvokeAsync(new { }));
        var second = Json(await functions.InvokeAsync(new { }));

        Assert.Equal(first.GetProperty("pid").GetInt32(), second.GetProperty("pid").GetInt32());
        Assert.Equal(1, functions.Host.ProcessCount(TestFunctions.Name));
    }

    [Fact]
    public async Task What_it_throws_is_its_error()
    {
        await using var functions = await TestFunctions.StartAsync();

        var response = await functions.InvokeAsync(new { @do = "throw" });

        Assert.Equal("Unhandled", response.FunctionError);
        Assert.Equal("SomethingException", Json(response).GetProperty("errorType").GetString());
    }

    /// <summary>The package's client sends it along for X-Ray, up to a megabyte in a header.</summary>
    [Fact]
    public async Task An_error_is_known_also_when_its_cause_is_long()
    {
        await using var functions = await TestFunctions.StartAsync();

        var response = await functions.InvokeAsync(new { @do = "throw", causeBytes = 1024 * 1024 });

        Assert.Equal("SomethingException", Json(response).GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task What_it_prints_is_logged_under_its_name()
    {
        await using var functions = await TestFunctions.StartAsync();

        await functions.InvokeAsync(new { @do = "print", lines = new[] { "one", "two" } });
        await functions.DisposeAsync();

        Assert.Equal(["probe: one", "probe: two"], functions.Lines);
    }

    [Theory]
    [InlineData(PayloadLimits.Response, null)]
    [InlineData(PayloadLimits.Response + 1, "Function.ResponseSizeTooLarge")]
    public async Task An_answer_may_be_six_megabytes(int bytes, string? errorType)
    {
        await using var functions = await TestFunctions.StartAsync();

        var response = await functions.InvokeAsync(new { @do = "size", bytes });

        if (errorType is null)
        {
            Assert.Equal(bytes, response.Payload.Length);
        }
        else
        {
            Assert.Equal(errorType, Json(response).GetProperty("errorType").GetString());
        }
    }

    [Theory]
    [InlineData("{\"a\":", "InvalidRequestContentException", 400)]
    [InlineData("{} {}", "InvalidRequestContentException", 400)]
    public async Task An_event_that_is_not_JSON_is_refused(string payload, string error, int status)
    {
        await using var functions = await TestFunctions.StartAsync();

        var refusal = await Assert.ThrowsAsync<FunctionInvocationException>(() => functions.Host.InvokeAsync(
            TestFunctions.Name, System.Text.Encoding.UTF8.GetBytes(payload), TestContext.Current.CancellationToken));

        Assert.Equal((error, status), (refusal.Error, refusal.StatusCode));
        Assert.Equal(0, functions.Host.ProcessCount(TestFunctions.Name));
    }

    [Fact]
    public async Task An_event_over_six_megabytes_is_refused()
    {
        await using var functions = await TestFunctions.StartAsync();

        var refusal = await Assert.ThrowsAsync<FunctionInvocationException>(
            () => functions.InvokeAsync(new string('x', PayloadLimits.Request)));

        Assert.Equal(("RequestTooLargeException", 413), (refusal.Error, refusal.StatusCode));
    }

    private static JsonElement Json(FunctionResponse response) =>
        JsonSerializer.Deserialize<JsonElement>(response.Payload.Span);
}
