using CallRecording.Workflow;
using CsCheck;

namespace CallRecording.Tests.Workflow;

public sealed class S3UriTests
{
    private static readonly Gen<string> Buckets = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[3, 63]
        .Select(letters => new string(letters));

    private static readonly Gen<string> Keys = Gen.Char[' ', '\uD7FF'].Array[1, 300]
        .Select(letters => new string(letters));

    [Fact]
    public void Bucket_and_key_are_told_apart()
    {
        var uri = S3Uri.Parse("s3://bucket.of-calls/path//to/audio.mp3");

        Assert.Equal("bucket.of-calls", uri.Bucket);
        Assert.Equal("path//to/audio.mp3", uri.Key);
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Buckets, Keys).Sample((bucket, key) =>
        {
            var uri = new S3Uri(bucket, key);
            Assert.Equal(uri, S3Uri.Parse(uri.ToString()));
        });

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData("https://bucket/key", "does not begin with s3://")]
    [InlineData("S3://bucket/key", "does not begin with s3://")]
    [InlineData("s3://bucket", "names no key")]
    [InlineData("s3://bucket/", "names no key")]
    [InlineData("s3:///key", "has 0 characters, expected 3 to 63")]
    [InlineData("s3://ab/key", "has 2 characters, expected 3 to 63")]
    [InlineData("s3://Bucket/key", "is no bucket name")]
    [InlineData("s3://buck_et/key", "is no bucket name")]
    [InlineData("s3://-bucket/key", "is no bucket name")]
    [InlineData("s3://bucket./key", "is no bucket name")]
    public void What_is_no_S3_URI_is_refused_with_the_reason(string? text, string expected)
    {
        Assert.False(S3Uri.TryParse(text, out var uri, out var problem));

        Assert.Null(uri);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_bucket_has_3_to_63_characters(int length, bool valid) =>
        Assert.Equal(valid, S3Uri.TryParse($"s3://{new string('b', length)}/key", out _, out _));

    [Theory]
    [InlineData('k', 1024, true)]
    [InlineData('k', 1025, false)]
    [InlineData('é', 512, true)]
    [InlineData('é', 513, false)]
    public void A_key_has_at_most_1024_bytes(char letter, int length, bool valid) =>
        Assert.Equal(valid, S3Uri.TryParse("s3://bucket/" + new string(letter, length), out _, out _));

    [Fact]
    public void Parsing_anything_else_throws_with_the_reason()
    {
        var thrown = Assert.Throws<FormatException>(() => S3Uri.Parse("file.mp3"));

        Assert.Equal("A text of 8 characters does not begin with s3://, expected s3://bucket/key.", thrown.Message);
    }

    [Theory]
    [InlineData("B", "key")]
    [InlineData("bucket", "")]
    public void None_can_be_made_of_parts_that_are_none(string bucket, string key) =>
        Assert.Throws<FormatException>(() => new S3Uri(bucket, key));

    [Theory]
    [InlineData("calls/1")]
    [InlineData("calls/1/")]
    public void A_child_is_one_slash_below(string key) =>
        Assert.Equal("s3://bucket/calls/1/results.json", new S3Uri("bucket", key).Child("results.json").ToString());

    [Fact]
    public void A_problem_tells_how_long_a_text_is_and_none_of_its_words()
    {
        Assert.False(S3Uri.TryParse("sesame://sesame", out _, out var problem));

        Assert.Equal("A text of 15 characters does not begin with s3://, expected s3://bucket/key.", problem);
    }
}
