using Amazon.Runtime;
using Amazon.S3;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenS3IsAway(S3Endpoint endpoint)
{
    [Fact]
    public async Task The_job_ends_once_its_results_can_be_written()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var (arn, bucket) = await SubmitAndLoseOutputAsync(world);
        world.Time.Advance(TimeSpan.FromSeconds(64));

        await world.S3.PutBucketAsync(bucket, TestContext.Current.CancellationToken);
        var ended = world.UntilAsync(arn, job => job.CompletedAt is not null);
        await Eventually.TrueAsync(
            () =>
            {
                // It may sleep until its next attempt, or not yet.
                world.Time.Advance(TimeSpan.FromSeconds(1));
                return ended.IsCompleted;
            },
            "the end of the job");
        await ended;

        Assert.Equal("Success", (string?)(await world.StatusAsync(arn))["status"]);
    }

    [Fact]
    public async Task The_job_fails_when_it_stays_away()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var (arn, _) = await SubmitAndLoseOutputAsync(world);

        // Every look at the clock moves it, so the emulator's waits pass by themselves.
        world.Time.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        world.Time.Advance(TimeSpan.FromSeconds(64));
        await world.UntilAsync(arn, job => job.CompletedAt is not null);

        var status = await world.StatusAsync(arn);
        Assert.Equal("ServiceError", (string?)status["status"]);
        Assert.Contains("in 30 attempts", (string?)status["errorMessage"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_may_be_tried_again()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.StopAsync();
        // Port 9 discards, where a service listens there at all.
        var nowhere = new AmazonS3Config { ServiceURL = "http://127.0.0.1:9", MaxErrorRetry = 0 };
        using var away = new AmazonS3Client(new BasicAWSCredentials("local", "local"), nowhere);
        await world.StartAsync(away);

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request());

        Assert.Equal(500, (int?)error["httpStatus"]);
        Assert.Equal("InternalServerException", (string?)error["__type"]);
    }

    private static async Task<(string Arn, string Bucket)> SubmitAndLoseOutputAsync(BdaWorld world)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var bucket = world.Bucket + "-out";
        await world.S3.PutBucketAsync(bucket, cancelled);
        var arn = await world.SubmitAsync(world.Request(output: $"s3://{bucket}/x"));
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);
        await world.S3.DeleteObjectAsync(bucket, $"x/{BdaJob.IdOf(arn)}/{JobFolder.AccessCheck}", cancelled);
        await world.S3.DeleteBucketAsync(bucket, cancelled);
        return (arn, bucket);
    }
}
