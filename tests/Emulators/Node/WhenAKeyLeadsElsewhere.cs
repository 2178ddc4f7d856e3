namespace CallRecording.Tests.Emulators.Node;

/// <summary>Keys that are paths to somewhere else: to S3 they are names like others.</summary>
public sealed class WhenAKeyLeadsElsewhere(KeptKeys kept) : IClassFixture<KeptKeys>
{
    public static TheoryData<string> Keys() => [.. KeptKeys.All];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task It_stays_in_its_bucket_and_is_found_again_after_a_restart(string key)
    {
        var bucket = KeptKeys.Bucket(key);

        Assert.Equal("kept", await kept.GetAsync($"/{bucket}/{key}"));
        Assert.Equal("another", await kept.GetAsync($"/{bucket}/folder/b"));
        Assert.Equal(2, kept.Files.Count(file => file.StartsWith(kept.FolderOf(bucket), StringComparison.Ordinal)));
    }

    [Fact]
    public void No_key_has_a_file_outside_its_bucket() => Assert.Equal(2 * KeptKeys.All.Length, kept.Files.Count);
}
