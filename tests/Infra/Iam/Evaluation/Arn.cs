namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>An Amazon Resource Name, or a pattern of some. Source:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.</summary>
internal sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    private const int Parts = 6;

    public static bool TryParse(string text, out Arn arn)
    {
        var parts = text.Split(':', Parts);
        var isArn = parts.Length == Parts && parts[0] == "arn";
        arn = isArn ? new(parts[1], parts[2], parts[3], parts[4], parts[5]) : new("", "", "", "", "");
        return isArn;
    }

    /// <exception cref="PolicyRefusedException">It has fewer parts: IAM completes those with wildcards, which no writer
    /// of a policy here means.</exception>
    public static Arn Parse(string text) =>
        TryParse(text, out var arn) ? arn : throw new PolicyRefusedException($"'{text}' is no ARN.");

    /// <summary>Part by part, so that a wildcard does not reach into the next one.</summary>
    public bool Matches(Arn other) =>
        Wildcard.Matches(Partition, other.Partition) && Wildcard.Matches(Service, other.Service)
        && Wildcard.Matches(Region, other.Region) && Wildcard.Matches(Account, other.Account)
        && Wildcard.Matches(Resource, other.Resource);

    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}
