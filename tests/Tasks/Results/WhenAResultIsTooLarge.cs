using Amazon.S3;
using CallRecording.Tasks.Results;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Tasks.Results;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAResultIsTooLarge(RunningEmulators emulators) : IDisposable
{
    private const int Bound = 1000;

    private readonly IAmazonS3 s3 = emulators.Endpoints.CreateS3();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => s3.Dispose();

    [Theory]
    [InlineData(Bound - 1)]
    [InlineData(Bound)]
    public async Task Up_to_the_bound_it_is_read_whole(int bytes)
    {
        var file = await PutAsync(bytes);

        Assert.Equal(bytes, (await new ResultFiles(s3, Bound).ReadAsync(file, Stop)).Length);
    }

    [Fact]
    public async Task Above_it_nothing_of_it_is_read_and_the_failure_names_both_sizes()
    {
        var file = await PutAsync(Bound + 1);

        var failure = await Assert.ThrowsAsync<ResultsUnreadableException>(
            () => new ResultFiles(s3, Bound).ReadAsync(file, Stop));

        Assert.Equal($"{file} has 1001 bytes, expected at most 1000 (MAX_RESULT_BYTES).", failure.Message);
    }

    private async Task<S3Uri> PutAsync(int bytes)
    {
        var file = new S3Uri(emulators.Resources.OutputBucket, $"too-large/{bytes}.json");
        await new ResultFiles(s3, Bound).WriteAsync(file, new byte[bytes], Stop);
        return file;
    }
}
