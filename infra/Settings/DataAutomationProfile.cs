namespace CallRecording.Infra.Settings;

/// <summary>The inference profile that Bedrock Data Automation wants with each request: one for each geography.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/bda-cris.html. It runs in us-gov-west-1 too, where
/// there is no CloudFront for the page.</summary>
internal static class DataAutomationProfile
{
    private static readonly Dictionary<string, string> Geographies = new(StringComparer.Ordinal)
    {
        ["us-east-1"] = "us",
        ["us-east-2"] = "us",
        ["us-west-2"] = "us",
        ["ca-central-1"] = "na",
        ["eu-central-1"] = "eu",
        ["eu-west-1"] = "eu",
        ["eu-west-2"] = "eu",
        ["eu-south-2"] = "eu",
        ["ap-south-1"] = "apac",
        ["ap-southeast-2"] = "apac",
        ["ap-northeast-1"] = "apac",
        ["ap-southeast-1"] = "global",
    };

    public static string Regions => string.Join(", ", Geographies.Keys);

    /// <returns>The profile's id, or null where the service does not run.</returns>
    public static string? In(string region) =>
        Geographies.TryGetValue(region, out var geography) ? $"{geography}.data-automation-v1" : null;
}
