using Amazon.Runtime;

namespace CallRecording.Tests.Tasks.Api.Many;

/// <summary>Counts what a client sends.</summary>
internal sealed class CountedRequests : HttpClientFactory
{
    private int count;

    /// <summary>How many there were since this was asked before.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    private sealed class Handler(CountedRequests counted) : DelegatingHandler(new HttpClientHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref counted.count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
