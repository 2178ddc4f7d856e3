using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Bda.Requests;

/// <summary>Checks every member of a submission as the service does before it looks at the audio.</summary>
internal static class InvocationRequestReader
{
    private static readonly string[] Stages = ["LIVE", "DEVELOPMENT"];

    /// <exception cref="AwsFault">ValidationException or SerializationException.</exception>
    public static InvocationRequest Read(JsonObject body, BdaOptions options)
    {
        List<string> errors = [];
        var request = new StructureReader(body, string.Empty, errors);
        var token = request.Text("clientToken", 1, 256, Patterns.ClientToken);
        var input = ReadInput(request);
        var output = request.Structure("outputConfiguration", required: true)
            ?.Text("s3Uri", 1, 1024, Patterns.S3Uri, required: true);
        var project = ReadProject(request);
        var profile = request.Text("dataAutomationProfileArn", 1, 128, Patterns.ProfileArn, required: true);
        ReadTheRest(request);
        Refuse(errors);

        if (profile != options.ProfileArn)
        {
            throw Invalid("The provided DataAutomationProfile ARN is invalid.");
        }

        if (project is not null && project != options.ProjectArn)
        {
            throw Invalid($"The provided DataAutomationProject ARN is invalid: {project} is not {options.ProjectArn}.");
        }

        return new InvocationRequest(
            token,
            // Required members that are missing were refused above.
            input!,
            output!,
            project is not null || body["blueprints"] is not null,
            Fingerprint(body));
    }

    public static AwsFault Invalid(string message) => new("ValidationException", message);

    private static string? ReadInput(StructureReader request)
    {
        var input = request.Structure("inputConfiguration", required: true);
        var segment = input?.Structure("assetProcessingConfiguration")?.Structure("video")
            ?.Structure("segmentConfiguration")?.Structure("timestampSegment");
        segment?.Number("startTimeMillis", 0);
        segment?.Number("endTimeMillis", 300_000);
        return input?.Text("s3Uri", 1, 1024, Patterns.S3Uri, required: true);
    }

    private static string? ReadProject(StructureReader request)
    {
        var configuration = request.Structure("dataAutomationConfiguration");
        configuration?.Choice("stage", Stages);
        return configuration?.Text("dataAutomationProjectArn", 1, 128, Patterns.ProjectArn, required: true);
    }

    private static void ReadTheRest(StructureReader request)
    {
        var encryption = request.Structure("encryptionConfiguration");
        encryption?.Text("kmsKeyId", 1, 2048, Patterns.KmsKeyId, required: true);
        encryption?.Map("kmsEncryptionContext", 1, 10, (context, key) => context.Text(key, 1, 2000, @".*\S.*"));
        request.Structure("notificationConfiguration")
            ?.Structure("eventBridgeConfiguration", required: true)
            ?.Flag("eventBridgeEnabled", required: true);
        request.List("blueprints", 1, 40, blueprint =>
        {
            blueprint.Text("blueprintArn", 0, 128, Patterns.BlueprintArn, required: true);
            blueprint.Text("version", 1, 128, Patterns.BlueprintVersion);
            blueprint.Choice("stage", Stages);
        });
        request.List("tags", 0, 200, tag =>
        {
            tag.Text("key", 1, 128, Patterns.TagKey, required: true);
            tag.Text("value", 0, 256, Patterns.TagValue, required: true);
        });
    }

    private static void Refuse(List<string> errors)
    {
        if (errors.Count > 0)
        {
            var noun = errors.Count == 1 ? "error" : "errors";
            throw Invalid($"{errors.Count} validation {noun} detected: {string.Join("; ", errors)}");
        }
    }

    // StructureReader in order of their names: two clients may write the same request in two orders.
    private static string Fingerprint(JsonObject body)
    {
        var members = body
            .Where(member => member.Key != "clientToken" && member.Value is not null)
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}={Sorted(member.Value)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', members))));
    }

    // A structure's members sorted too; how deep a request can be is bounded by the JSON reader (64).
    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject structure => "{" + string.Join(',', structure
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"\"{member.Key}\":{Sorted(member.Value)}")) + "}",
        JsonArray list => "[" + string.Join(',', list.Select(Sorted)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
