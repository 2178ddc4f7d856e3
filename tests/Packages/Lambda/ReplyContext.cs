using System.Text.Json.Serialization;

namespace CallRecording.Tests.Packages.Lambda;

// The naming policy is there to be ignored, as the package does.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LambdaQuestion))]
[JsonSerializable(typeof(LambdaReply))]
internal sealed partial class ReplyContext : JsonSerializerContext;
