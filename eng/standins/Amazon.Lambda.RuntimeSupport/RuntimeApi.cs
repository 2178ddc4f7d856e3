using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda Runtime API, version 2018-06-01, seen from the function.</summary>
internal sealed class RuntimeApi
{
    private readonly HttpClient http;
    private readonly string runtime;

    /// <param name="endpoint">Host, port and possibly a path; AWS_LAMBDA_RUNTIME_API where null.</param>
    public RuntimeApi(HttpClient http, string endpoint)
    {
        endpoint ??= Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");
        if (string.IsNullOrEmpty(endpoint))
        {
            throw new InvalidOperationException("AWS_LAMBDA_RUNTIME_API is not set: only Lambda starts this program.");
        }

        this.http = http;
        runtime = $"http://{endpoint.TrimEnd('/')}/2018-06-01/runtime";
    }

    public async Task<NextInvocation> NextAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{runtime}/invocation/next");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await CheckAsync(response, cancellationToken).ConfigureAwait(false);
        var input = new MemoryStream();
        await response.Content.CopyToAsync(input, cancellationToken).ConfigureAwait(false);
        input.Position = 0;
        return new NextInvocation(
            RequestId: Header(response, "Lambda-Runtime-Aws-Request-Id")
                ?? throw new InvalidOperationException($"{request.RequestUri} named no Lambda-Runtime-Aws-Request-Id."),
            FunctionArn: Header(response, "Lambda-Runtime-Invoked-Function-Arn"),
            TraceId: Header(response, "Lambda-Runtime-Trace-Id"),
            TenantId: Header(response, "Lambda-Runtime-Aws-Tenant-Id"),
            Deadline: Deadline(Header(response, "Lambda-Runtime-Deadline-Ms")),
            Input: input);
    }

    public Task RespondAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        // The caller decides whether the stream outlives the request.
        var content = output is null ? new ByteArrayContent([]) : (HttpContent)new UnownedStreamContent(output);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return PostAsync($"invocation/{requestId}/response", content, errorType: null, cancellationToken);
    }

    public Task ReportInvocationErrorAsync(
        string requestId, Exception exception, CancellationToken cancellationToken) =>
        ReportAsync(
            $"invocation/{requestId}/error", exception, ErrorDocument.TypeOf(exception), cancellationToken);

    /// <summary>The type is in the document alone: the package sends no header here.</summary>
    public Task ReportInitializationErrorAsync(Exception exception, CancellationToken cancellationToken) =>
        ReportAsync("init/error", exception, errorType: null, cancellationToken);

    private Task ReportAsync(
        string path, Exception exception, string errorType, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(ErrorDocument.Write(exception));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        return PostAsync(path, content, errorType, cancellationToken);
    }

    private async Task PostAsync(
        string path, HttpContent content, string errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{runtime}/{path}") { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await CheckAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        throw new RuntimeApiClientException(
            $"The HTTP status code of the response was not expected ({(int)response.StatusCode}).",
            (int)response.StatusCode,
            body);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static DateTimeOffset Deadline(string milliseconds) =>
        long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var epoch)
            ? DateTimeOffset.FromUnixTimeMilliseconds(epoch)
            : DateTimeOffset.UnixEpoch;
}
