using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.Bda;

/// <summary>What the real service has not: taking a fault away, and looking at the jobs of an audio file.</summary>
internal sealed class EmulatorRoutes(JobStore jobs, Func<ObjectLocation, CancellationToken, Task<MendAnswer>> mend)
{
    /// <summary>A list shows no more, and goes on after the id of its last job; its count is of all.</summary>
    private const int MaxJobs = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/emulator/jobs", (string? s3Uri, string? after) => List(s3Uri, after));
        routes.MapPost("/emulator/mend", (Delegate)MendAsync);
    }

    private IResult List(string? s3Uri, string? after)
    {
        var listed = jobs.Of(s3Uri, after, MaxJobs).Select(job => (JsonNode)JobAnswer.Listed(job));
        return Results.Json(new JsonObject { ["count"] = jobs.CountOf(s3Uri), ["jobs"] = new JsonArray([.. listed]) });
    }

    private async Task<IResult> MendAsync(HttpContext context)
    {
        if (!context.Request.NeedsPreflight())
        {
            return Problem(
                $"The content type is '{context.Request.MediaType()}', expected application/json.",
                StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var uri = (string?)body?["s3Uri"] ?? throw new FormatException("s3Uri is missing.");
            return Results.Json(await mend(ObjectLocation.Parse(uri), context.RequestAborted));
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException or FormatException)
        {
            return Problem($"Expected {{\"s3Uri\": \"s3://bucket/key\"}}: {mistake.Message}");
        }
        catch (ResultsNotRecordedException lack)
        {
            return Problem(lack.Message);
        }
    }

    private static IResult Problem(string message, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new JsonObject { ["message"] = message }, statusCode: status);
}
