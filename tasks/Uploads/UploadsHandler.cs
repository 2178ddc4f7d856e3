using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Settings;

namespace CallRecording.Tasks.Uploads;

/// <summary>The part of the API that takes recordings in: a place to put a file, and the word that it is
/// there.</summary>
internal sealed class UploadsHandler(CreateUpload create, CompleteUpload complete, AllowedOrigins origins)
{
    public const string Collection = "/analytics/uploads";
    public const string Completion = Collection + "/complete";

    private const int TokenCharacters = 32;

    public static UploadsHandler Create(SettingsReader settings) => Create(
        new AmazonS3Client(),
        settings.Text("UPLOADS_BUCKET"),
        settings.Optional("UPLOADS_ADDRESS"),
        new AmazonDynamoDBClient(),
        settings.Text("DYNAMODB_TABLE_NAME"),
        new AmazonSimpleNotificationServiceClient(),
        settings.Arn("TOPIC_ARN", "sns"),
        TokenKey.Read(settings),
        AllowedOrigins.Read(settings),
        TimeProvider.System,
        () => RandomNumberGenerator.GetHexString(TokenCharacters, lowercase: true));

    /// <param name="newToken">Another one each time.</param>
    /// <param name="address">What stands before bucket and key where browsers cannot reach S3 itself; null: they
    /// can.</param>
    public static UploadsHandler Create(
        IAmazonS3 s3,
        string bucket,
        string? address,
        IAmazonDynamoDB dynamoDb,
        string table,
        IAmazonSimpleNotificationService sns,
        string topicArn,
        byte[] key,
        AllowedOrigins origins,
        TimeProvider time,
        Func<string> newToken)
    {
        var (uploaded, token) = (new UploadedAudio(s3, time), new UploadToken(key, time));
        var conflicts = new UploadConflicts(dynamoDb, table);
        return new UploadsHandler(
            new CreateUpload(uploaded, conflicts, bucket, address, token, time, newToken),
            new CompleteUpload(uploaded, conflicts, new CallTopic(sns, topicArn), token),
            origins);
    }

    public async Task<ApiResponse> HandleAsync(UploadsRequest request, ILambdaContext context) => origins.Tell(
        await GuardedAnswer.OfAsync(
            cancellationToken => AnswerAsync(request, cancellationToken),
            request.HttpMethod,
            request.Resource,
            context),
        request.Header("Origin"),
        "POST,OPTIONS");

    private Task<ApiResponse> AnswerAsync(UploadsRequest request, CancellationToken cancellationToken) =>
        (request.HttpMethod, request.Resource) switch
        {
            ("OPTIONS", _) => Task.FromResult(ApiResponse.Preflight()),
            (_, not (Collection or Completion)) => throw new ApiProblemException(
                404, $"There is no such resource; there are {Collection} and {Completion}."),
            (not "POST", _) => Task.FromResult(ApiResponse.MethodNotAllowed(request.HttpMethod, "POST")),
            // Every page may send a form or text anywhere, unasked; JSON only where it was allowed to.
            _ when !request.IsJson => throw new ApiProblemException(
                400, $"The content type is '{request.Header("Content-Type")}', expected application/json."),
            (_, Completion) => complete.AnswerAsync(request, cancellationToken),
            _ => create.AnswerAsync(request, cancellationToken),
        };
}
