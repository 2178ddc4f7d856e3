using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs the initializer once, then one invocation after the other.</summary>
public class LambdaBootstrap : IDisposable
{
    // It waits for the next invocation as long as it takes.
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly LambdaBootstrapHandler handler;
    private readonly LambdaBootstrapOptions options;
    private readonly LambdaBootstrapInitializer initializer;
    private readonly FunctionLog log;

    internal LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions options, LambdaBootstrapInitializer initializer)
    {
        this.handler = handler;
        this.options = options;
        this.initializer = initializer;
        log = FunctionLog.OfConsole();
    }

    /// <summary>Returns once cancelled; throws what the initializer throws, which ends the process.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        HeapLimit.Apply();
        var api = new RuntimeApi(http, options.RuntimeApiEndpoint);
        if (!await InitializeAsync(api, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            // Ends with the sandbox: the service stops the process, or a test cancels.
            while (!cancellationToken.IsCancellationRequested)
            {
                await InvokeOnceAsync(api, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    public void Dispose()
    {
        http.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<bool> InitializeAsync(RuntimeApi api, CancellationToken cancellationToken)
    {
        try
        {
            return initializer is null || await initializer().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogUnhandled(exception);
            await api.ReportInitializationErrorAsync(exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task InvokeOnceAsync(RuntimeApi api, CancellationToken cancellationToken)
    {
        using var next = await api.NextAsync(cancellationToken).ConfigureAwait(false);
        log.Invocation = next;
        var logger = new InvocationLogger(log);
        // The AWS SDK and tracing libraries look for it here.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", next.TraceId);
        using var invocation = new InvocationRequest(new InvocationContext(next, logger), next.Input);

        InvocationResponse response;
        try
        {
            response = await handler(invocation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogUnhandled(exception);
            await api.ReportInvocationErrorAsync(next.RequestId, exception, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await api.RespondAsync(next.RequestId, response?.OutputStream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            response?.OutputStream?.Dispose();
        }
    }

    private void LogUnhandled(Exception exception) =>
        log.WriteLine(nameof(LogLevel.Error), exception, message: null);
}
