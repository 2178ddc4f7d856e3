using System.Net;
using CallRecording.Emulators.Node;

namespace CallRecording.Tests.Emulators.Node;

/// <summary>Emulators that kept objects under keys that are paths to somewhere else, each in a bucket of its own, and
/// were started again.</summary>
public sealed class KeptKeys : IAsyncLifetime
{
    public static readonly string[] All =
    [
        "../../../../../outside",
        "%2e%2e/%2E%2E/%2e%2e/%2e%2e/%2e%2e/outside",
        "a/../../../../../../outside",
        "..%2f..%2f..%2f..%2f..%2foutside",
        "..\\..\\..\\outside",
        "..%5c..%5coutside",
        "/tmp/outside",
        "..",
        "folder//b",
        "folder/./b",
    ];

    private static readonly UriCreationOptions Literally =
        new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("keys-");
    private readonly HttpClient http = new();
    private EmulatorProcess? emulators;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(parent.FullName, "data");

    /// <summary>Of all objects, also of those outside the data directory.</summary>
    internal IReadOnlyList<string> Files { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Data);
        await using (var first = await StartAsync())
        {
            foreach (var bucket in All.Select(Bucket))
            {
                await PutAsync(first, $"/{bucket}", string.Empty);
                await PutAsync(first, $"/{bucket}/folder/b", "another");
            }

            foreach (var key in All)
            {
                await PutAsync(first, $"/{Bucket(key)}/{key}", "kept");
            }
        }

        emulators = await StartAsync();
        Files = [.. parent.GetFiles("*.data", SearchOption.AllDirectories).Select(file => file.FullName)];
    }

    public async ValueTask DisposeAsync()
    {
        if (emulators is not null)
        {
            await emulators.DisposeAsync();
        }

        http.Dispose();
        parent.Delete(recursive: true);
    }

    internal static string Bucket(string key) => $"bucket-{Array.IndexOf(All, key)}";

    internal string FolderOf(string bucket) =>
        Path.Combine(Data, "s3", "buckets", bucket, "objects") + Path.DirectorySeparatorChar;

    // It was started.
    internal Task<string> GetAsync(string path) => http.GetStringAsync(At(emulators!, path), Cancellation);

    private Task<EmulatorProcess> StartAsync() => EmulatorProcess.StartAsync(
        new(ProjectFiles.At("emulators", "Node"), Data), TimeProvider.System, Cancellation);

    private async Task PutAsync(EmulatorProcess into, string path, string text)
    {
        using var content = new StringContent(text);
        using var answer = await http.PutAsync(At(into, path), content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Uri At(EmulatorProcess which, string path) =>
        new(which.Endpoints.Aws.GetLeftPart(UriPartial.Authority) + path, Literally);
}
