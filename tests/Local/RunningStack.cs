using System.Collections.Concurrent;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local;
using CallRecording.Local.Commands;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Local;

/// <summary>The whole system on free ports and in a folder of its own: real emulators, real function processes, the
/// real
/// definition; only its waits are shortened.</summary>
public sealed class RunningStack : IAsyncLifetime
{
    /// <summary>A wait of ten minutes is one second; the queue's visibility timeout its least, a second.</summary>
    private const double Speed = 600;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);

    private readonly string folder = Directory.CreateTempSubdirectory("call-recording-").FullName;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly ConcurrentDictionary<string, ExecutionEvent> endings = [];
    private readonly ConcurrentDictionary<string, int> redrivesOf = [];
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LocalSystem? system;
    private RunningSystem? commands;

    /// <summary>Where functions find the services instead.</summary>
    internal Func<LocalAddresses, LocalAddresses> SeenByFunctions { get; init; } = addresses => addresses;

    internal LocalSystem System => system ?? throw new InvalidOperationException("The stack was not started.");

    internal LocalAddresses Addresses => System.Addresses;

    internal RunningSystem Commands => commands ?? throw new InvalidOperationException("The stack was not started.");

    /// <summary>Everything that functions logged and the terminal showed.</summary>
    internal async Task<string> EverythingLoggedAsync()
    {
        var texts = new List<string> { string.Join('\n', lines) };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "logs")))
        {
            // The functions go on writing.
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            texts.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return string.Join('\n', texts);
    }

    /// <summary>What tokens are signed with.</summary>
    internal string TokenKey => File.ReadAllText(Path.Combine(folder, "page-token-key")).Split(' ')[0];

    /// <summary>Where it keeps its data.</summary>
    internal string Folder => folder;

    internal string Log => string.Join('\n', lines.TakeLast(60));

    public async ValueTask InitializeAsync()
    {
        system = await LocalSystem.StartAsync(
            new LocalOptions(0, folder, Speed, ProjectFiles.Root, SubmitSamples: false)
            {
                SeenByFunctions = SeenByFunctions,
            },
            lines.Enqueue,
            CancellationToken.None);
        system.Events.Execution += Note;
        commands = RunningSystem.At(system.Addresses);
    }

    public async ValueTask DisposeAsync()
    {
        commands?.Dispose();
        if (system is not null)
        {
            await system.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits until the execution ends, for the first time or, after a redrive, again.</summary>
    /// <param name="arn">The execution's.</param>
    /// <param name="redrives">How many redrives must have happened before that end.</param>
    internal async Task<ExecutionEventKind> EndOfAsync(string arn, int redrives = 0)
    {
        var name = arn[(arn.LastIndexOf(':') + 1)..];
        using var bound = new CancellationTokenSource(Bound, TimeProvider.System);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (endings.TryGetValue($"{name}#{redrives}", out var ending))
                {
                    return ending.Kind;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(bound.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{name} did not end within {Bound.TotalSeconds} s of waiting; the last lines were\n{Log}");
            }
        }
    }

    private void Note(ExecutionEvent change)
    {
        lock (gate)
        {
            switch (change.Kind)
            {
                case ExecutionEventKind.Redriven:
                    redrivesOf.AddOrUpdate(change.Execution, 1, (_, count) => count + 1);
                    break;
                case ExecutionEventKind.Succeeded or ExecutionEventKind.Failed or ExecutionEventKind.TimedOut
                    or ExecutionEventKind.Aborted:
                    endings[$"{change.Execution}#{redrivesOf.GetValueOrDefault(change.Execution)}"] = change;
                    break;
                default:
                    return;
            }

            changed.SetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
