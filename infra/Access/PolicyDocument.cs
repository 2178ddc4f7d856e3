using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi;

namespace CallRecording.Infra.Access;

/// <summary>IAM policies as text: the only place that writes them.</summary>
internal static class PolicyDocument
{
    private const string Version = "2012-10-17";

    // Unescaped, because the console displays policies, and they hold no HTML.
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Output<string> Of(params Statement[] statements) =>
        Output.All(statements.Select(statement => (Input<Dictionary<string, object>>)statement.ToOutput()))
            .Apply(all => JsonSerializer.Serialize(new { Version, Statement = all }, Readable));

    /// <summary>A role's trust in a service, for this account alone.</summary>
    public static Output<string> TrustIn(string service, string accountId) =>
        Output.Create(JsonSerializer.Serialize(
            new
            {
                Version,
                Statement = new[]
                {
                    new
                    {
                        Effect = "Allow",
                        Principal = new { Service = service },
                        Action = "sts:AssumeRole",
                        Condition = new
                        {
                            StringEquals = new Dictionary<string, string> { ["aws:SourceAccount"] = accountId },
                        },
                    },
                },
            },
            Readable));

    /// <summary>A role's trust in a service that assumes roles without saying for which account: Lambda, and API
    /// Gateway where it logs.</summary>
    public static string TrustIn(string service) => JsonSerializer.Serialize(
        new
        {
            Version,
            Statement = new[]
            {
                new { Effect = "Allow", Principal = new { Service = service }, Action = "sts:AssumeRole" },
            },
        },
        Readable);
}
