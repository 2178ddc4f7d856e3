using System.Net;
using System.Text;
using Amazon.Runtime;

namespace CallRecording.Tests.Tasks.Intake;

/// <summary>Lets some requests through to the service, and throttles the rest.</summary>
internal sealed class ThrottlingAfter : HttpClientFactory
{
    /// <summary>How many requests are still let through.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>What happens before each request reaches the service.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Throttle(this));

    private sealed class Throttle(ThrottlingAfter owner) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await owner.Meanwhile();
            return owner.Left-- > 0
                ? await base.SendAsync(request, cancellationToken)
                : new HttpResponseMessage(HttpStatusCode.BadRequest)
                {
                    Content = new StringContent(
                        """{"__type":"ThrottlingException","message":"Rate exceeded"}""",
                        Encoding.UTF8,
                        "application/x-amz-json-1.0"),
                    RequestMessage = request,
                };
        }
    }
}
