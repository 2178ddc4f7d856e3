using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Recordings;

namespace CallRecording.Tasks.Api;

/// <summary>The one recording that a question below /analytics/{hash} is about.</summary>
internal sealed class RecordingFinder(CallReader calls)
{
    /// <summary>The last second of the year 9999.</summary>
    private const long LatestSecond = 253402300799;

    /// <exception cref="ApiProblemException">There is none, or the hash is no hash.</exception>
    public async Task<StoredRecording> FindAsync(string hash, ApiQuery query, CancellationToken cancellationToken)
    {
        if (!CallHashText.IsOne(hash))
        {
            throw new ApiProblemException(400, "The hash is not 32 lower-case hex digits, the MD5 of a call id.");
        }

        var epochSeconds = query.Seconds("epchdatetimestamp", LatestSecond);
        return await calls.FindAsync(hash, epochSeconds, cancellationToken)
            ?? throw new ApiProblemException(
                404,
                epochSeconds is { } time
                    ? $"There is no call recording with hash {hash} and epchdatetimestamp {time}."
                    : $"There is no call recording with hash {hash}.");
    }
}
