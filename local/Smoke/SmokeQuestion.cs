using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Intake;

namespace CallRecording.Local.Smoke;

/// <summary>One event for one function, and how its answer is known to be right.</summary>
/// <param name="What">What a right answer shows, for a person.</param>
/// <param name="NeedsSdk">It goes through the AWS SDK, which needs the machine's libssl.</param>
internal sealed record SmokeQuestion(
    string Function, string Event, string What, Predicate<JsonNode> IsRight, bool NeedsSdk = false)
{
    private const string MessageId = "smoke";

    /// <summary>Each of them needs more of the executable than the one before.</summary>
    public static IReadOnlyList<SmokeQuestion> All { get; } =
    [
        new(
            nameof(Retrieval),
            """{"httpMethod":"DELETE","resource":"/analytics"}""",
            "refuses a DELETE",
            answer => (int?)answer["statusCode"] == 405),
        new(
            nameof(Starter),
            $$"""{"Records":[{"messageId":"{{MessageId}}","body":"not JSON"}]}""",
            "gives an unusable message back",
            answer => (string?)answer["batchItemFailures"]?[0]?["itemIdentifier"] == MessageId),
        new(
            nameof(Retrieval),
            """{"httpMethod":"GET","resource":"/analytics"}""",
            "lists an empty table through the AWS SDK",
            answer => (int?)answer["statusCode"] == 200,
            NeedsSdk: true),
    ];
}
