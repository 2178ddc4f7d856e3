using Amazon.S3;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Bda.Requests;

/// <summary>The audio of a submission: whether the service takes it, and how long its job will take.</summary>
internal sealed class AudioInput(BdaOptions options, IAmazonS3 s3, Sidecars sidecars)
{
    public const string Unreadable =
        "Unable to read file from given S3 location. Check bucket name, key, region and read permissions.";

    private const string Unsupported = "The format of the input file isn't supported.";

    /// <returns>The job's time.</returns>
    /// <exception cref="AwsFault">The audio cannot be read or is of no use.</exception>
    public async Task<TimeSpan> CheckAsync(string inputUri, CancellationToken cancellationToken)
    {
        var location = ObjectLocation.Parse(inputUri);
        if (location.Key.Length == 0 || await ReadHeadAsync(location, cancellationToken) is not { } head)
        {
            throw InvocationRequestReader.Invalid(Unreadable);
        }

        if (!AudioSignature.IsSupported(head.Bytes))
        {
            throw InvocationRequestReader.Invalid(Unsupported);
        }

        if (head.SizeBytes > options.InputBytes)
        {
            throw InvocationRequestReader.Invalid(
                $"The size of the input file is {head.SizeBytes} bytes, expected at most {options.InputBytes}.");
        }

        return options.JobTime ?? await EstimateAsync(inputUri, head, cancellationToken);
    }

    private async Task<StoredObject?> ReadHeadAsync(ObjectLocation location, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.FindAsync(location, cancellationToken, AudioSignature.HeadBytes);
        }
        catch (Exception refused) when (S3Trouble.IsRefusal(refused))
        {
            return null;
        }
    }

    private async Task<TimeSpan> EstimateAsync(string inputUri, StoredObject head, CancellationToken cancellationToken)
    {
        var length = await sidecars.FindLengthAsync(inputUri, cancellationToken)
            ?? JobTimes.EstimateLength(head.Bytes, head.SizeBytes);
        return JobTimes.For(length, options.Speed);
    }
}
