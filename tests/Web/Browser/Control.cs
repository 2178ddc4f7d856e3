using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Tests.Local;
using CallRecording.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Tests.Web.Browser;

/// <summary>Lets a test in a browser do to the running stack what no page can: have calls submitted, mended and
/// redriven at the moment that it chooses, and wait for their ends.</summary>
internal sealed class Control(RunningStack stack)
{
    public Task<LoopbackService> StartAsync(CancellationToken cancellationToken) =>
        LoopbackService.StartAsync(0, Map, cancellationToken);

    private void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/submit", (CallOrder order, CancellationToken aborted) => Said(() => SubmitAsync(order, aborted)));
        routes.MapPost("/mend", (string audioS3Uri, CancellationToken aborted) => Said(async () =>
        {
            await stack.Commands.MendAsync(S3Uri.Parse(audioS3Uri), aborted);
            return "{}";
        }));
        routes.MapPost("/redrive", (string executionArn) => Said(async () =>
        {
            await stack.RedriveAsync(executionArn);
            return "{}";
        }));
        routes.MapGet("/end", (string executionArn, int? redrives) => Said(async () =>
            new JsonObject { ["end"] = $"{await stack.EndOfAsync(executionArn, redrives ?? 0)}" }.ToJsonString()));
    }

    private async Task<string> SubmitAsync(CallOrder order, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("call-recording-order-");
        try
        {
            var submission = await OrderedFiles.For(order, folder).CheckAsync(cancellationToken);
            var call = await submission
                .SendAsync(stack.Commands, TimeProvider.System, cancellationToken)
                .SingleAsync(cancellationToken);
            return call.ToJson();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What went wrong is for the reader of the test's output.
    private static async Task<IResult> Said(Func<Task<string>> answer)
    {
        try
        {
            return Results.Text(await answer(), "application/json");
        }
#pragma warning disable CA1031 // Whatever it is, the test that asked fails with it.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return Results.Text(problem.Message, "text/plain", statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
