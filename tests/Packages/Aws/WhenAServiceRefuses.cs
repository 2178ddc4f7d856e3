using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenAServiceRefuses
{
    [Theory]
    [InlineData("ExecutionAlreadyExists")]
    [InlineData("com.amazonaws.swf.service.v2.model#ExecutionAlreadyExists")]
    [InlineData("ExecutionAlreadyExists:http://internal.amazon.com/coral/com.amazonaws.swf/")]
    public async Task A_listed_error_is_an_exception_of_its_own(string type)
    {
        var answer = new Answer(
            400, $$"""{"__type":"{{type}}","message":"Taken."}""", ("x-amzn-RequestId", "id-1"));

        var thrown = await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => StartAsync(answer));

        Assert.Equal("ExecutionAlreadyExists", thrown.ErrorCode);
        Assert.Equal("Taken.", thrown.Message);
        Assert.Equal(HttpStatusCode.BadRequest, thrown.StatusCode);
        Assert.Equal("id-1", thrown.RequestId);
    }

    [Fact]
    public async Task The_header_names_the_error_where_the_body_does_not() =>
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => StartAsync(
            new Answer(400, """{"message":"None."}""", ("x-amzn-ErrorType", "StateMachineDoesNotExist:http://aws/"))));

    [Fact]
    public async Task An_errors_own_member_is_read()
    {
        var thrown = await Assert.ThrowsAsync<ValidationException>(() => StartAsync(new Answer(
            400, """{"__type":"ValidationException","Message":"No.","reason":"MISSING_REQUIRED_PARAMETER"}""")));

        Assert.Equal("No.", thrown.Message);
        Assert.Equal(ValidationExceptionReason.MISSING_REQUIRED_PARAMETER, thrown.Reason);
    }

    [Theory]
    [InlineData("ExecutionDoesNotExist")]
    [InlineData("UnrecognizedClientException")]
    public async Task An_error_the_operation_does_not_list_is_the_services(string code)
    {
        var thrown = await Assert.ThrowsAsync<AmazonStepFunctionsException>(
            () => StartAsync(new Answer(400, $$"""{"__type":"{{code}}","message":"No."}""")));

        Assert.Equal(code, thrown.ErrorCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    public async Task An_error_of_something_on_the_way_is_the_services(string body)
    {
        var thrown = await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => StartAsync(new Answer(403, body)));

        Assert.Equal(HttpStatusCode.Forbidden, thrown.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_told_apart() =>
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => StartAsync(new Answer(200, "<html>")));

    private static async Task StartAsync(Answer answer)
    {
        await using var server = await RecordingServer.StartAsync(answer);
        using var client = StepFunctionsClients.For(server);
        await client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken);
    }
}
