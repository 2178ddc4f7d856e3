using CallRecording.Emulators.Protocol;
using CallRecording.Tests.Emulators.Node;
using Microsoft.AspNetCore.Builder;

namespace CallRecording.Tests.Emulators.Lambda;

/// <summary>A URL where function processes wait until the test lets them go on.</summary>
internal sealed class MeetingPoint : IAsyncDisposable
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication server = LoopbackServer.CreateBuilder(0).Build();
    private int arrivals;

    private MeetingPoint() => server.Run(async context =>
    {
        Interlocked.Increment(ref arrivals);
        await open.Task.WaitAsync(context.RequestAborted);
    });

    public Uri Url => LoopbackServer.AddressOf(server);

    public int Arrivals => Volatile.Read(ref arrivals);

    public static async Task<MeetingPoint> OpenAsync()
    {
        var point = new MeetingPoint();
        await point.server.StartAsync(TestContext.Current.CancellationToken);
        return point;
    }

    public Task ArrivedAsync(int count) => Eventually.TrueAsync(() => Arrivals >= count, $"{count} functions arrived");

    public void LetGo() => open.TrySetResult();

    public ValueTask DisposeAsync()
    {
        LetGo();
        return server.DisposeAsync();
    }
}
