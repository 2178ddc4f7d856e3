using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

/// <summary>Remembers what the emulator announced, and lets a test wait for what is still to come.</summary>
internal sealed class JobWatch
{
    private readonly Lock gate = new();
    private readonly List<BdaJob> seen = [];
    private TaskCompletionSource next = New();

    public void Note(BdaJob job)
    {
        lock (gate)
        {
            seen.Add(job);
            next.SetResult();
            next = New();
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            seen.Clear();
        }
    }

    public async Task UntilAsync(Func<BdaJob, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (seen.Any(condition))
                {
                    return;
                }

                more = next.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
