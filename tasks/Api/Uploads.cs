using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using CallRecording.Tasks.Aws;
using CallRecording.Tasks.Settings;

namespace CallRecording.Tasks.Api;

/// <summary>The part of the API that takes recordings in: a place to put a file, and the word that it is
/// there.</summary>
internal sealed class Uploads(CreateUpload create, CompleteUpload complete)
{
    public const string Collection = "/analytics/uploads";
    public const string Completion = Collection + "/complete";

    public static Uploads Create(SettingsReader settings) => Create(
        new AmazonS3Client(),
        settings.Text("UPLOADS_BUCKET"),
        settings.Optional("UPLOADS_ADDRESS"),
        new AmazonSimpleNotificationServiceClient(),
        settings.Arn("TOPIC_ARN", "sns"),
        TokenKey.Read(settings),
        TimeProvider.System);

    /// <param name="address">What stands before bucket and key where browsers cannot reach S3 itself; null: they
    /// can.</param>
    public static Uploads Create(
        IAmazonS3 s3,
        string bucket,
        string? address,
        IAmazonSimpleNotificationService sns,
        string topicArn,
        byte[] key,
        TimeProvider time)
    {
        var (uploaded, token) = (new UploadedAudio(s3, time), new UploadToken(key, time));
        return new Uploads(
            new CreateUpload(uploaded, bucket, address, token, time),
            new CompleteUpload(uploaded, new CallTopic(sns, topicArn), token));
    }

    public async Task<ApiResponse> HandleAsync(UploadsRequest request, ILambdaContext context)
    {
        try
        {
            return Posted(await AnswerAsync(request));
        }
        catch (ApiProblemException problem)
        {
            return Posted(ApiResponse.Problem(problem.StatusCode, problem.Message));
        }
#pragma warning disable CA1031 // Whoever asked learns that it failed, never how: that is for the log.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            context.Logger.LogError(
                failure, "{Method} {Resource} failed", request.HttpMethod ?? string.Empty, request.Resource ?? string.Empty);
            return Posted(ApiResponse.Problem(
                500, $"Internal error; the log has it under request {context.AwsRequestId}."));
        }
    }

    private Task<ApiResponse> AnswerAsync(UploadsRequest request) => (request.HttpMethod, request.Resource) switch
    {
        ("OPTIONS", _) => Task.FromResult(ApiResponse.Preflight()),
        (_, not (Collection or Completion)) => throw new ApiProblemException(
            404, $"There is no such resource; there are {Collection} and {Completion}."),
        (not "POST", _) => Task.FromResult(MethodNotAllowed(request.HttpMethod ?? "No method")),
        (_, Completion) => complete.AnswerAsync(request, CancellationToken.None),
        _ => create.AnswerAsync(request, CancellationToken.None),
    };

    private static ApiResponse MethodNotAllowed(string method) =>
        With(ApiResponse.Problem(405, $"{method} is not served here, POST is."), "Allow", "POST,OPTIONS");

    private static ApiResponse Posted(ApiResponse answer) =>
        With(answer, "Access-Control-Allow-Methods", "POST,OPTIONS");

    private static ApiResponse With(ApiResponse answer, string header, string value) =>
        answer with { Headers = new Dictionary<string, string>(answer.Headers) { [header] = value } };
}
