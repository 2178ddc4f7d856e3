using System.Diagnostics;
using System.Globalization;
using CallRecording.Local.Commands;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Local.Soak;

/// <summary>A <c>./run</c> in a folder of its own that is killed, whole or in part, and goes on.</summary>
internal sealed class SoakedSystem : IDisposable
{
    private readonly string data;
    private readonly int speed;
    private readonly SemaphoreSlim killing = new(1);
    private RunProcess process;

    private SoakedSystem(string data, int port, int speed, RunProcess process)
    {
        this.data = data;
        this.speed = speed;
        this.process = process;
        Port = port;
        Addresses = LocalAddresses.At(port);
        Commands = RunningSystem.At(Addresses);
    }

    public int Port { get; }

    public LocalAddresses Addresses { get; }

    public RunningSystem Commands { get; }

    /// <summary>What it said last.</summary>
    public string Last => process.Last;

    public static async Task<SoakedSystem> StartAsync(int speed)
    {
        var data = Directory.CreateTempSubdirectory("call-recording-soak-").FullName;
        var port = FreePorts.Six();
        return new SoakedSystem(data, port, speed, await RunProcess.StartAsync(port, data, speed));
    }

    /// <summary>SIGKILL; the operator starts it again where it does not by itself.</summary>
    /// <returns>Who it was.</returns>
    public async Task<Victim> KillAsync(Victim victim, Random random)
    {
        await killing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            switch (victim)
            {
                case Victim.Function when FunctionProcesses() is { Count: > 0 } functions:
                    KillProcess(functions[random.Next(functions.Count)]);
                    return Victim.Function;
                case Victim.Emulators:
                    KillProcess(int.Parse(
                        File.ReadAllText(Path.Combine(data, "emulators.pid")), CultureInfo.InvariantCulture));
                    await process.EndAsync();
                    await StartAgainAsync();
                    return Victim.Emulators;
                default:
                    await process.KillAsync();
                    await StartAgainAsync();
                    return Victim.System;
            }
        }
        finally
        {
            killing.Release();
        }
    }

    public void Dispose()
    {
        Commands.Dispose();
        process.Dispose();
        killing.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task StartAgainAsync()
    {
        process.Dispose();
        process = await RunProcess.StartAsync(Port, data, speed);
    }

    private List<int> FunctionProcesses() =>
        [.. Process.GetProcessesByName("CallRecording.Tasks").Select(found => found.Id).Where(IsOurs)];

    // Another system's functions may run on this machine, too.
    private bool IsOurs(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ")
                .Contains($"AWS_LAMBDA_RUNTIME_API={Addresses.Lambda.Authority}", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void KillProcess(int id)
    {
        try
        {
            using var found = Process.GetProcessById(id);
            found.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended by itself.
        }
    }
}
