using CallRecording.Emulators.Bda;
using CallRecording.Emulators.EventBridge;
using CallRecording.Emulators.EventSourceMapping;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.Node;
using CallRecording.Emulators.Protocol;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Data;
using CallRecording.Local.Resources;
using CallRecording.Local.Web;
using CallRecording.Operations;
using CallRecording.Operations.Targets;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Local;

/// <summary>Everything, started in the order in which one needs the other, stopped in the reverse.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private readonly Parts parts = new();
    private readonly LocalOptions options;
    private readonly TimeProvider time = TimeProvider.System;
    private EmulatorEndpoints endpoints = null!; // Set before StartAsync hands this object out.
    private Task<string> emulatorsEnded = null!; // Set before StartAsync hands this object out.
    private Task bdaEnded = null!; // Set before StartAsync hands this object out.

    private LocalSystem(LocalOptions options, Action<string> write)
    {
        this.options = options;
        Events = new LocalEvents(write, time);
    }

    public LocalEvents Events { get; }

    public LocalAddresses Addresses { get; private set; } = null!; // Set before StartAsync hands this object out.

    public LocalResources Resources { get; private set; } = null!; // Set before StartAsync hands this object out.

    /// <param name="write">Takes one line per address, then <c>ready</c>, then one per event.</param>
    /// <exception cref="CommandException">A problem that the user can solve.</exception>
    public static async Task<LocalSystem> StartAsync(
        LocalOptions options, Action<string> write, CancellationToken cancellationToken)
    {
        var system = new LocalSystem(options, write);
        try
        {
            await system.StartAsync(cancellationToken);
            return system;
        }
        catch (Exception problem)
        {
            await system.DisposeAsync();
            if (StartProblem.Explain(problem, options.DataDirectory) is { } line)
            {
                throw new CommandException(line, problem);
            }

            throw;
        }
    }

    /// <summary>Returns when cancelled.</summary>
    /// <exception cref="CommandException">An emulator ended without being stopped.</exception>
    public async Task RunUntilAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (await Task.WhenAny(emulatorsEnded, bdaEnded).WaitAsync(cancellationToken));
            throw new CommandException(
                emulatorsEnded.IsCompleted ? $"the emulators ended: {await emulatorsEnded}" : "the BDA emulator ended");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Events.Say("stopping");
        }
        catch (Exception problem) when (StartProblem.Explain(problem, options.DataDirectory) is { } line)
        {
            throw new CommandException(line, problem);
        }
    }

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var data = Keep(DataDirectory.Own(options.DataDirectory));
        Keep(new DiskSpace(data.Path, Events.Say, time));
        await StartEmulatorsAsync(data, cancellationToken);
        var functions = await StartFunctionsAsync(data, cancellationToken);
        var bda = await OpenBdaAsync(data, cancellationToken);
        var rule = new ExecutionStatusRule(
            functions,
            ResourceNames.SettlementFunction,
            time,
            line => Events.Line("rule", ResourceNames.SettlementFunction, line));
        var stepFunctions = await OpenStepFunctionsAsync(data, functions, rule, cancellationToken);
        Keep(rule);
        var web = await StartWebAsync(functions, stepFunctions, cancellationToken);
        Addresses = new LocalAddresses(
            web.Endpoint,
            endpoints.DynamoDb,
            endpoints.Aws,
            (await ServeAsync(3, stepFunctions.Map, cancellationToken)).Address,
            (await ServeAsync(4, bda.Map, cancellationToken)).Address,
            functions.Endpoint);
        foreach (var function in StackFunctions.All(options.SeenByFunctions(Addresses), data.TokenKey()))
        {
            functions.Register(function);
        }

        bda.Start();
        bdaEnded = bda.Stopped;
        await stepFunctions.ResumeAsync();
        rule.Start(stepFunctions);
        StartPolling(functions);
        Keep(new ScheduleRule(
            ResourceNames.SweepRule,
            functions,
            ResourceNames.SettlementFunction,
            options.SweepPeriod,
            time,
            line => Events.Line("rule", ResourceNames.SweepRule, line)));
        data.MarkReady();
        Events.SayReady(Addresses);
        await FirstStart.SubmitSamplesAsync(options, data, Addresses, Events, time, cancellationToken);
    }

    private async Task StartEmulatorsAsync(DataDirectory data, CancellationToken cancellationToken)
    {
        var note = data.At("emulators.pid");
        await PreviousEmulators.WaitForEndAsync(note, Events.Say, time, cancellationToken);
        data.Database(
            Path.Combine("emulators", "messages", "fauxqs.db"),
            "./run ops reconcile lists what must be published again");
        var emulators = Keep(await EmulatorProcess.StartAsync(
            new EmulatorOptions(
                Path.Combine(options.RootDirectory, "emulators", "Node"), data.At("emulators"), Port(2), Port(1)),
            time,
            cancellationToken));
        PreviousEmulators.Note(note, emulators.ProcessId);
        (endpoints, emulatorsEnded) = (emulators.Endpoints, emulators.UnexpectedExit);
        Resources = await ResourceSetup.EnsureAsync(endpoints, options.Speed, cancellationToken);
    }

    private async Task<FunctionHost> StartFunctionsAsync(DataDirectory data, CancellationToken cancellationToken)
    {
        var logs = Keep(new FunctionLogs(data.At("logs"), Events));
        return Keep(await FunctionHost.StartAsync(
            new FunctionHostOptions(FunctionsProgram.Path, Port(5), logs.Add), time, cancellationToken));
    }

    private async Task<BdaService> OpenBdaAsync(DataDirectory data, CancellationToken cancellationToken) =>
        Keep(await BdaService.OpenAsync(
            ServiceOptions.Bda(options, data, Events), Keep(endpoints.CreateS3()), time, cancellationToken));

    private async Task<StepFunctionsService> OpenStepFunctionsAsync(
        DataDirectory data, FunctionHost functions, ExecutionStatusRule rule, CancellationToken cancellationToken)
    {
        var engine = await ServiceOptions.StepFunctionsAsync(options, data, cancellationToken) with
        {
            OnEvent = change =>
            {
                Events.Tell(change);
                rule.Tell(change);
            },
        };
        return Keep(await StepFunctionsService.OpenAsync(engine, functions, time, cancellationToken));
    }

    private async Task<WebServer> StartWebAsync(
        FunctionHost functions, StepFunctionsService stepFunctions, CancellationToken cancellationToken)
    {
        var web = ServiceOptions.Web(options, Port(0), endpoints.Aws) with
        {
            Executions = ServiceOptions.Executions(options, stepFunctions),
            Uploads = new UploadProxy(Keep(endpoints.CreateS3()), ResourceNames.RecordingsBucket, time),
        };
        return Keep(await WebServer.StartAsync(web, functions, time, cancellationToken));
    }

    private async Task<LoopbackService> ServeAsync(
        int offset, Action<IEndpointRouteBuilder> map, CancellationToken cancellationToken) =>
        Keep(await LoopbackService.StartAsync(Port(offset), map, cancellationToken));

    private void StartPolling(FunctionHost functions) => Keep(new QueuePoller(
        Keep(endpoints.CreateSqs()),
        functions,
        ServiceOptions.Queue(options, Resources),
        time,
        line => Events.Line("queue", ResourceNames.Queue, line)));

    private int Port(int offset) => options.BasePort == 0 ? 0 : options.BasePort + offset;

    private T Keep<T>(T part)
        where T : notnull => parts.Keep(part);
}
