using System.Net;
using CallRecording.Emulators.Node;

namespace CallRecording.Tests.Emulators.Node;

/// <summary>Keys that are paths to somewhere else: to S3 they are names like others.</summary>
public sealed class WhenAKeyLeadsElsewhere
{
    private static readonly UriCreationOptions Literally = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../../../../../outside")]
    [InlineData("%2e%2e/%2E%2E/%2e%2e/%2e%2e/%2e%2e/outside")]
    [InlineData("a/../../../../../../outside")]
    [InlineData("..%2f..%2f..%2f..%2f..%2foutside")]
    [InlineData("..\\..\\..\\outside")]
    [InlineData("..%5c..%5coutside")]
    [InlineData("/tmp/outside")]
    [InlineData("..")]
    [InlineData("folder//b")]
    [InlineData("folder/./b")]
    public async Task It_stays_in_its_bucket_and_is_found_again_after_a_restart(string key)
    {
        var parent = Directory.CreateTempSubdirectory("keys-");
        var data = parent.CreateSubdirectory("data");
        await using (var first = await StartAsync(data.FullName))
        {
            await PutAsync(first, "/bucket", string.Empty);
            await PutAsync(first, "/bucket/folder/b", "another");
            await PutAsync(first, "/bucket/" + key, "kept");
        }

        await using var second = await StartAsync(data.FullName);

        Assert.Equal("kept", await GetAsync(second, "/bucket/" + key));
        Assert.Equal("another", await GetAsync(second, "/bucket/folder/b"));
        var bucket = Path.Combine(data.FullName, "s3", "buckets", "bucket", "objects") + Path.DirectorySeparatorChar;
        var objects = parent.GetFiles("*.data", SearchOption.AllDirectories);
        Assert.Equal(2, objects.Length);
        Assert.All(objects, file => Assert.StartsWith(bucket, file.FullName, StringComparison.Ordinal));
        await second.DisposeAsync();
        parent.Delete(recursive: true);
    }

    private static Task<EmulatorProcess> StartAsync(string data) => EmulatorProcess.StartAsync(
        new(ProjectFiles.At("emulators", "Node"), data), TimeProvider.System, Cancellation);

    private static async Task PutAsync(EmulatorProcess emulators, string path, string text)
    {
        using var http = new HttpClient();
        using var content = new StringContent(text);
        using var answer = await http.PutAsync(At(emulators, path), content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<string> GetAsync(EmulatorProcess emulators, string path)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(At(emulators, path), Cancellation);
    }

    private static Uri At(EmulatorProcess emulators, string path) =>
        new(emulators.Endpoints.Aws.GetLeftPart(UriPartial.Authority) + path, Literally);
}
