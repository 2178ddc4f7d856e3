using System.Text.RegularExpressions;
using CallRecording.Workflow;
using CallRecording.Workflow.Recordings;
using CsCheck;

namespace CallRecording.Tests.Workflow.Recordings;

public sealed partial class JobLocationTests
{
    [Theory]
    [InlineData('#', "'#'")]
    [InlineData('{', "'{'")]
    [InlineData('%', "'%'")]
    [InlineData('\u007f', "the control character U+007F")]
    [InlineData('\t', "the control character U+0009")]
    public void A_character_that_jobs_refuse_is_named(char refused, string expected) =>
        Assert.Contains(
            $"holds {expected}, which a job does not take",
            JobLocation.Problem(new S3Uri("bucket", $"calls/a{refused}b.wav")),
            StringComparison.Ordinal);

    [Fact]
    public void It_agrees_with_the_pattern_that_the_service_documents() =>
        Gen.Char['\0', '\u0100'].Array[1, 12].Sample(letters =>
        {
            var location = new S3Uri("bucket", new string(letters));

            Assert.Equal(Documented().IsMatch(location.ToString()), JobLocation.Problem(location) is null);
        });

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void A_location_has_at_most_1024_characters(int length, bool taken)
    {
        var key = new string('k', length - "s3://bucket/".Length);

        Assert.Equal(taken, JobLocation.Problem(new S3Uri("bucket", key)) is null);
    }

    [GeneratedRegex("""\As3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/[^\x00-\x1F\x7F\{^}%`\]">\[~<#|]*)?\z""")]
    private static partial Regex Documented();
}
