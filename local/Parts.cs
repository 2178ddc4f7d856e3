namespace CallRecording.Local;

/// <summary>What was started, ended in the reverse order.</summary>
internal sealed class Parts : IAsyncDisposable
{
    private readonly Stack<object> parts = [];

    public T Keep<T>(T part)
        where T : notnull
    {
        parts.Push(part);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable slow)
            {
                await slow.DisposeAsync();
            }
            else
            {
                (part as IDisposable)?.Dispose();
            }
        }
    }
}
