using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.StepFunctions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>The service behind real HTTP on a port of its own, with time that skips.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    public const string MachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:machine";
    public const string RoleArn = "arn:aws:iam::000000000000:role/machine";
    private const int MaxSkips = 100_000;

    private readonly WebApplication app;
    private readonly HttpClient client;
    private readonly StepFunctionsService service;
    private readonly ConcurrentQueue<ExecutionEvent> news;
    private readonly TestDatabase? ownDatabase;

    private TestEngine(
        WebApplication app,
        StepFunctionsService service,
        SkippedTime time,
        ConcurrentQueue<ExecutionEvent> news,
        TestDatabase? ownDatabase)
    {
        this.ownDatabase = ownDatabase;
        this.app = app;
        this.service = service;
        this.news = news;
        Time = time;
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public SkippedTime Time { get; }

    public Uri Address => client.BaseAddress!; // Set in the constructor.

    public IReadOnlyList<ExecutionEvent> News => [.. news];

    public static string ExecutionArn(string name) =>
        MachineArn.Replace("stateMachine", "execution", StringComparison.Ordinal) + ":" + name;

    public static async Task<TestEngine> OpenAsync(
        string definition,
        IFunctions? functions = null,
        TestDatabase? database = null,
        SkippedTime? time = null,
        Func<StepFunctionsOptions, StepFunctionsOptions>? configure = null)
    {
        time ??= new SkippedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var ownDatabase = database is null ? new TestDatabase() : null;
        var news = new ConcurrentQueue<ExecutionEvent>();
        var options = new StepFunctionsOptions
        {
            Definition = definition,
            StateMachineArn = MachineArn,
            RoleArn = RoleArn,
            DatabasePath = (database ?? ownDatabase!).Path,
            Jitter = () => 0.5,
            OnEvent = news.Enqueue,
            StopGrace = TimeSpan.Zero,
        };
        options = configure?.Invoke(options) ?? options;
        var service = await StepFunctionsService.OpenAsync(
            options, functions ?? new ScriptedFunctions(), time, TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        service.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestEngine(app, service, time, news, ownDatabase);
    }

    /// <summary>One operation as its clients send it.</summary>
    public async Task<(int Status, JsonObject Body)> SendAsync(string operation, JsonObject request)
    {
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0");
        content.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        using var response = await client.PostAsync(
            new Uri("/", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(body)!.AsObject());
    }

    public async Task<JsonObject> CallAsync(string operation, JsonObject request)
    {
        var (status, body) = await SendAsync(operation, request);
        Assert.True(status == 200, $"{operation} answered {status}: {body.ToJsonString()}");
        return body;
    }

    /// <returns>The wire name of the error.</returns>
    public async Task<string> ErrorAsync(string operation, JsonObject request)
    {
        var (status, body) = await SendAsync(operation, request);
        Assert.Equal(400, status);
        return body["__type"]!.GetValue<string>();
    }

    public Task<JsonObject> StartAsync(string name, string input = "{}") => CallAsync(
        "StartExecution",
        new JsonObject { ["stateMachineArn"] = MachineArn, ["name"] = name, ["input"] = input });

    public Task<JsonObject> RedriveAsync(string name) =>
        CallAsync("RedriveExecution", new JsonObject { ["executionArn"] = ExecutionArn(name) });

    public Task<JsonObject> StopAsync(string name, string error = "Stopped", string cause = "By hand.") => CallAsync(
        "StopExecution",
        new JsonObject { ["executionArn"] = ExecutionArn(name), ["error"] = error, ["cause"] = cause });

    public Task<JsonObject> DescribeAsync(string name) =>
        CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = ExecutionArn(name) });

    /// <summary>Starts an execution and skips time until it ends.</summary>
    public async Task<JsonObject> RunAsync(string input = "{}", string name = "run")
    {
        await StartAsync(name, input);
        return await EndAsync(name);
    }

    /// <summary>Redrives an execution and skips time until it ends.</summary>
    public async Task<JsonObject> RerunAsync(string name = "run")
    {
        await RedriveAsync(name);
        return await EndAsync(name);
    }

    /// <summary>Skips from timer to timer until the execution has ended.</summary>
    public async Task<JsonObject> EndAsync(string name = "run")
    {
        for (var skip = 0; skip < MaxSkips; skip++)
        {
            await service.WhenIdle();
            var execution = await DescribeAsync(name);
            if (execution["status"]!.GetValue<string>() != "RUNNING")
            {
                return execution;
            }

            Assert.True(Time.SkipToNext(), $"'{name}' is RUNNING, and no timer is set.");
        }

        throw new InvalidOperationException($"'{name}' is RUNNING after {MaxSkips} timers.");
    }

    /// <summary>Skips from timer to timer until every execution has ended.</summary>
    public async Task EndAllAsync()
    {
        await service.WhenIdle();
        while (Time.SkipToNext())
        {
            await service.WhenIdle();
        }
    }

    /// <summary>The ends of executions, for the listeners.</summary>
    public IStatusChanges StatusChanges => service;

    /// <summary>Answers what the executions page forwards.</summary>
    public Task AnswerOperatorAsync(HttpContext context) => service.AnswerOperatorAsync(context);

    public Task WhenIdle() => service.WhenIdle();

    public Task ResumeAsync() => service.ResumeAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await service.DisposeAsync();
        ownDatabase?.Dispose();
    }
}
