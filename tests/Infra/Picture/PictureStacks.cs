using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Picture;

/// <summary>The stacks of which there are approved pictures: each environment as its settings file says, and prod with
/// every option on.</summary>
internal static class PictureStacks
{
    public const string EveryOption = "every-option";

    public static readonly string[] Names = [.. TestStacks.Environments, EveryOption];

    /// <summary>A value that is not the default, for each setting that has one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Options = new Dictionary<string, string>(
        TestStacks.EveryOption.Select(one => KeyValuePair.Create(one.Key, one.Value)), StringComparer.Ordinal)
    {
        ["project"] = "calls",
        ["runtime"] = "managed",
        ["architecture"] = "x64",
        ["apiRequestsPerSecond"] = "60",
        ["apiBurstRequests"] = "120",
        ["manageApiGatewayAccount"] = "false",
        ["uploadsRetentionDays"] = "400",
        ["batchSize"] = "20",
        ["batchWindowSeconds"] = "5",
        ["maxResultBytes"] = "1048576",
        ["audioMinuteDollars"] = "0.01",
        ["settleAfterSeconds"] = "1200",
        ["stuckAfterSeconds"] = "36000",
        ["pollOverheadSeconds"] = "30",
    };

    public static Task<RecordedProgram> RunAsync(string name) => name == EveryOption
        ? TestStacks.RunAsync("prod", [.. Options.Select(one => (one.Key, one.Value))])
        : TestStacks.RunAsync(name);

    public static StackSettings EveryOptionSettings => TestStacks.Settings("prod", Options);
}
