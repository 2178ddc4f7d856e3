using System.Text.Json.Nodes;
using CallRecording.Tests.Local.Samples;

namespace CallRecording.Tests.Web.Browser;

public sealed class LongCallTests
{
    [Fact]
    public void It_has_the_shape_and_the_sizes_that_it_says()
    {
        var call = new StandardOutput(JsonNode.Parse(LongCall.Standard().ToJsonString())!.AsObject());

        Assert.Equal(14_400_000, call.DurationMillis);
        Assert.Equal(4_000, call.Segments.Count);
        Assert.Equal(40_000, call.Items.Count);
        Assert.Equal(40_000, call.Transcript.Split(' ').Length);
        Assert.Equal(Enumerable.Range(0, 4_000), call.TopicSegments);
        Assert.Equal(0.93, call.MaxModeration);
        Assert.EndsWith($" {LongCall.LastWord}.", call.Transcript, StringComparison.Ordinal);
        Assert.All(call.Segments, one => Assert.Equal(
            one.Text, string.Join(' ', one.Items.Select(index => call.Items[index].Content)) + "."));
    }

    [Fact]
    public void Its_silence_lasts_as_long()
    {
        var folder = Directory.CreateTempSubdirectory("call-recording-silence-");
        try
        {
            Assert.Equal(LongCall.DurationMillis, AudioLength.Millis(LongCall.WriteAudio(folder).FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
