using System.Net;
using System.Web;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenANotificationIsPublished
{
    private const string Published = """
        <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <PublishResult><MessageId>m-1</MessageId><SequenceNumber>7</SequenceNumber></PublishResult>
          <ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>
        </PublishResponse>
        """;

    private const string Refused = """
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error>
          <RequestId>id-2</RequestId>
        </ErrorResponse>
        """;

    [Fact]
    public async Task The_request_is_a_signed_form()
    {
        var (request, _) = await PublishAsync(new Answer(200, Published));

        Assert.Equal("POST", request.Method);
        Assert.Equal("/", request.Path);
        Assert.StartsWith(
            "application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/sns/aws4_request, "
                + "SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$",
            request.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_form_holds_what_is_set_and_nothing_else()
    {
        var (request, _) = await PublishAsync(new Answer(200, Published));

        var form = HttpUtility.ParseQueryString(request.Body);
        Assert.Equal(
            [
                "Action", "Message", "MessageAttributes.entry.1.Name", "MessageAttributes.entry.1.Value.DataType",
                "MessageAttributes.entry.1.Value.StringValue", "TopicArn", "Version",
            ],
            form.AllKeys.Order(StringComparer.Ordinal));
        Assert.Equal("Publish", form["Action"]);
        Assert.Equal("2010-03-31", form["Version"]);
        Assert.Equal("arn:t", form["TopicArn"]);
        Assert.Equal("""{"callId":"Zoë & co+"}""", form["Message"]);
    }

    [Fact]
    public async Task The_answer_names_the_message()
    {
        var (_, response) = await PublishAsync(new Answer(200, Published));

        Assert.Equal("m-1", response.MessageId);
        Assert.Equal("7", response.SequenceNumber);
        Assert.Equal("id-1", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Fact]
    public async Task A_listed_refusal_is_an_exception_of_its_own()
    {
        AmazonSimpleNotificationServiceException thrown = await Assert.ThrowsAsync<NotFoundException>(
            () => PublishAsync(new Answer(404, Refused)));

        Assert.Equal("NotFound", thrown.ErrorCode);
        Assert.Equal("Topic does not exist", thrown.Message);
        Assert.Equal(HttpStatusCode.NotFound, thrown.StatusCode);
        Assert.Equal("id-2", thrown.RequestId);
        Assert.Equal(ErrorType.Sender, thrown.ErrorType);
    }

    /// <summary>By the codes on the wire, which are not the names of the exceptions.</summary>
    [Theory]
    [InlineData("AuthorizationError", typeof(AuthorizationErrorException))]
    [InlineData("EndpointDisabled", typeof(EndpointDisabledException))]
    [InlineData("InternalError", typeof(InternalErrorException))]
    [InlineData("InvalidParameter", typeof(InvalidParameterException))]
    [InlineData("InvalidSecurity", typeof(InvalidSecurityException))]
    [InlineData("KMSAccessDenied", typeof(KMSAccessDeniedException))]
    [InlineData("KMSDisabled", typeof(KMSDisabledException))]
    [InlineData("KMSInvalidState", typeof(KMSInvalidStateException))]
    [InlineData("KMSNotFound", typeof(KMSNotFoundException))]
    [InlineData("KMSOptInRequired", typeof(KMSOptInRequiredException))]
    [InlineData("KMSThrottling", typeof(KMSThrottlingException))]
    [InlineData("ParameterValueInvalid", typeof(InvalidParameterValueException))]
    [InlineData("PlatformApplicationDisabled", typeof(PlatformApplicationDisabledException))]
    [InlineData("ValidationException", typeof(ValidationException))]
    [InlineData("SomethingElse", typeof(AmazonSimpleNotificationServiceException))]
    public async Task Each_refusal_has_its_exception(string code, Type expected)
    {
        var refused = Refused.Replace("NotFound", code, StringComparison.Ordinal);

        await Assert.ThrowsAsync(expected, () => PublishAsync(new Answer(400, refused)));
    }

    [Fact]
    public void A_request_is_one_of_the_services() =>
        Assert.IsAssignableFrom<AmazonSimpleNotificationServiceRequest>(new PublishRequest());

    [Theory]
    [InlineData("")]
    [InlineData("not XML")]
    public async Task An_error_of_something_on_the_way_is_the_services(string body)
    {
        var thrown = await Assert.ThrowsAsync<AmazonSimpleNotificationServiceException>(
            () => PublishAsync(new Answer(403, body)));

        Assert.Equal(HttpStatusCode.Forbidden, thrown.StatusCode);
    }

    [Fact]
    public async Task A_throttled_request_is_sent_again()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(429, Refused.Replace("NotFound", "Throttling", StringComparison.Ordinal)),
            new Answer(200, Published));
        using var client = ClientFor(server);

        var response = await client.PublishAsync(
            new PublishRequest("arn:t", "again"), TestContext.Current.CancellationToken);

        Assert.Equal("m-1", response.MessageId);
        Assert.Equal(2, server.Requests.Count);
    }

    private static async Task<(Received Request, PublishResponse Response)> PublishAsync(Answer answer)
    {
        await using var server = await RecordingServer.StartAsync(answer);
        using var client = ClientFor(server);
        var response = await client.PublishAsync(
            new PublishRequest
            {
                TopicArn = "arn:t",
                Message = """{"callId":"Zoë & co+"}""",
                MessageAttributes = new() { ["kind"] = new() { DataType = "String", StringValue = "call" } },
            },
            TestContext.Current.CancellationToken);
        return (Assert.Single(server.Requests), response);
    }

    private static AmazonSimpleNotificationServiceClient ClientFor(RecordingServer server) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonSimpleNotificationServiceConfig
        {
            ServiceURL = server.Address.ToString(),
            AuthenticationRegion = "eu-central-1",
        });
}
