using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>Resources that are nearly those that a caller asks for, and that no role should reach: another region's,
/// another account's, one with a longer name, an object outside its folder.</summary>
internal static class NearResources
{
    private const string OtherAccount = "999999999999";
    private const string OtherRegion = "ap-south-2";

    /// <param name="request">Of a resource that has a name.</param>
    public static IEnumerable<string> Of(RoleRequest request)
    {
        if (!Arn.TryParse(request.Request.Resource, out var arn) || arn.Service == "ec2")
        {
            // The services have none to name, or make them themselves.
            yield break;
        }

        if (arn.Account.Length > 0)
        {
            yield return (arn with { Account = OtherAccount }).ToString();
        }

        // A request by a profile is worked on in any region of its geography.
        if (arn.Region.Length > 0 && request.Word != "profile")
        {
            yield return (arn with { Region = OtherRegion }).ToString();
        }

        // The id of a job is not known before.
        if (request.Word != "job")
        {
            yield return (arn with { Resource = Renamed(arn) }).ToString();
        }

        if (request.Word is "uploads/object")
        {
            var elsewhere = arn.Resource.Replace("/uploads/", "/elsewhere/", StringComparison.Ordinal);
            yield return (arn with { Resource = elsewhere }).ToString();
        }

        if (request.Word is "recordings/object" && arn.Resource.Split('/').Length > 2)
        {
            yield return (arn with { Resource = $"{arn.Resource.Split('/')[0]}/elsewhere/call-1.mp3" }).ToString();
        }
    }

    /// <summary>BUCKET/KEY, table/NAME/index/INDEX, function:NAME:VERSION, log-group:NAME:log-stream:STREAM,
    /// NAME.</summary>
    private static string Renamed(Arn arn) => arn.Service switch
    {
        "s3" => Longer(arn.Resource, '/', 0),
        "dynamodb" or "bedrock" or "kms" => Longer(arn.Resource, '/', 1),
        "lambda" or "states" or "logs" => Longer(arn.Resource, ':', 1),
        _ => arn.Resource + "x",
    };

    private static string Longer(string resource, char divider, int part)
    {
        var parts = resource.Split(divider);
        parts[part] += "x";
        return string.Join(divider, parts);
    }
}
