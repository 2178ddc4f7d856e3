using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Recordings;

/// <summary>What HeadObject says of the audio.</summary>
/// <param name="ETag">S3's digest of the object, without its quotes.</param>
internal sealed record RecordingFacts(long SizeBytes, string ETag)
{
    public AttributeValue SizeAttribute => new() { N = SizeBytes.ToString(CultureInfo.InvariantCulture) };
}
