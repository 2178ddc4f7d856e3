using System.Text.Json.Nodes;
using CallRecording.Tasks;

namespace CallRecording.Local.Smoke;

/// <summary>One event for one function, and how its answer is known to be right.</summary>
/// <param name="What">What a correct answer proves, for display.</param>
/// <param name="NeedsSdk">It goes through the AWS SDK, which needs the machine's libssl.</param>
internal sealed record SmokeQuestion(
    string Function, string Event, string What, Predicate<JsonNode> IsRight, bool NeedsSdk = false)
{
    private const string MessageId = "smoke";

    /// <summary>Each of them needs more of the executable than the one before.</summary>
    public static IReadOnlyList<SmokeQuestion> All { get; } =
    [
        new(
            Functions.Retrieval,
            """{"httpMethod":"DELETE","resource":"/analytics"}""",
            "refuses a DELETE",
            answer => (int?)answer["statusCode"] == 405),
        new(
            Functions.Starter,
            $$"""{"Records":[{"messageId":"{{MessageId}}","body":"not JSON"}]}""",
            "gives an unusable message back",
            answer => (string?)answer["batchItemFailures"]?[0]?["itemIdentifier"] == MessageId),
        new(
            Functions.Retrieval,
            """{"httpMethod":"GET","resource":"/analytics"}""",
            "lists an empty table through the AWS SDK",
            answer => (int?)answer["statusCode"] == 200,
            NeedsSdk: true),
    ];
}
