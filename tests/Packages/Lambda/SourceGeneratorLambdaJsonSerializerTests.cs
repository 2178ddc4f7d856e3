using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace CallRecording.Tests.Packages.Lambda;

public sealed class SourceGeneratorLambdaJsonSerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<ReplyContext> serializer = new();

    [Fact]
    public void Names_stay_whatever_the_context_says_and_nulls_are_left_out() =>
        Assert.Equal("""{"Text":"é <&>","Mood":"Upset"}""", Write(new LambdaReply("é <&>", Mood: Mood.Upset)));

    [Fact]
    public void Bytes_are_numbers() =>
        Assert.Equal("""{"Text":"a","Bytes":[1,255],"Mood":"Calm"}""", Write(new LambdaReply("a", Bytes: [1, 255])));

    [Fact]
    public void Names_are_read_in_any_case_and_unknown_ones_are_ignored() =>
        Assert.Equal("a", Read<LambdaQuestion>("""{"tExT":"a","other":{"deep":[1]}}""")?.Text);

    [Theory]
    [InlineData("1792497600.5")]
    [InlineData("\"2026-10-20T12:00:00.5Z\"")]
    public void A_time_is_text_or_epoch_seconds(string wire) =>
        Assert.Equal(
            new DateTime(2026, 10, 20, 12, 0, 0, 500, DateTimeKind.Utc),
            Read<LambdaQuestion>($$"""{"Text":"a","AskedAt":{{wire}}}""")?.AskedAt?.ToUniversalTime());

    [Fact]
    public void Null_reads_as_null() => Assert.Null(Read<LambdaQuestion>("null"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\"text\"")]
    public void What_is_no_such_document_is_named_with_its_type(string wire)
    {
        var thrown = Assert.Throws<JsonSerializerException>(() => Read<LambdaQuestion>(wire));

        Assert.StartsWith(
            $"Error converting the Lambda event JSON payload to type {typeof(LambdaQuestion).FullName}: ",
            thrown.Message,
            StringComparison.Ordinal);
        Assert.NotNull(thrown.InnerException);
    }

    [Fact]
    public void A_type_outside_the_context_is_refused_by_name()
    {
        var thrown = Assert.Throws<JsonSerializerException>(() => Write(new Uri("http://127.0.0.1/")));

        Assert.StartsWith(
            "Error converting the response object of type System.Uri from the Lambda function to JSON: ",
            thrown.Message,
            StringComparison.Ordinal);
        Assert.Equal(
            $"No JsonTypeInfo registered in {typeof(ReplyContext).FullName} for type System.Uri.",
            Assert.IsType<JsonSerializerException>(thrown.InnerException).Message);
    }

    private T? Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }

    private string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
