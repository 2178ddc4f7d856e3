using System.Text.Json;
using CallRecording.Tests.Infra.Iam.Requests.Recording;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>A whole system runs, and what its functions ask DynamoDB, S3, SNS, Step Functions and Bedrock Data
/// Automation is what <c>requests.json</c> has: the rules evaluate that against the roles.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenTheFunctionsAskTheServices
{
    /// <summary>Set to anything, the file is written anew: read the difference before it is kept.</summary>
    private const string Renew = "RENEW_REQUESTS";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [Fact]
    public async Task What_they_ask_for_is_on_record()
    {
        await using var system = await RecordedSystem.StartAsync();

        await new Everyday(system).LiveAsync();

        Assert.Empty(system.Problems);
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await RenewAsync(system.Seen);
            return;
        }

        var kept = RequestFiles.OfFunctions
            .SelectMany(function => function.Value.SelectMany(action => action.Value.Select(
                resource => new SeenRequest(RoleRequests.Prefix + function.Key, action.Key, resource))))
            .ToHashSet();
        AssertNone("Asked for, and not in requests.json", system.Seen.Except(kept));
        AssertNone("In requests.json, and not asked for", kept.Except(system.Seen));
    }

    private static async Task RenewAsync(IEnumerable<SeenRequest> seen)
    {
        var sorted = seen.GroupBy(one => one.Function[RoleRequests.Prefix.Length..])
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ToDictionary(
                function => function.Key,
                function =>
                    function.GroupBy(one => one.Action).OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(
                        action => action.Key,
                        action => action.Select(one => one.Resource).Order(StringComparer.Ordinal)));
        await File.WriteAllTextAsync(
            ProjectFiles.At("tests", "Infra", "Iam", "Requests", "requests.json"),
            JsonSerializer.Serialize(sorted, Readable) + "\n",
            TestContext.Current.CancellationToken);
    }

    private static void AssertNone(string what, IEnumerable<SeenRequest> found)
    {
        var all = found.Select(one => $"{one.Function} {one.Action} {one.Resource}")
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(
            all.Count == 0,
            $"{what}; RENEW_REQUESTS=1 writes the file anew:"
                + $"{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
