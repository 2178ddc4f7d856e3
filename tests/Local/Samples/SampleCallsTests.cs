using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda.Requests;
using CallRecording.Local.Samples;

namespace CallRecording.Tests.Local.Samples;

public sealed class SampleCallsTests
{
    private const double ModerationThreshold = 0.5;
    private const long MaxBytes = 2_500_000;

    public static TheoryData<string> Ids =>
        [.. SampleCalls.Load(ProjectFiles.At("local", "Samples")).Select(call => call.Id)];

    [Fact]
    public void There_are_enough_and_their_ids_differ()
    {
        var calls = SampleCalls.Load(ProjectFiles.At("local", "Samples"));

        Assert.InRange(calls.Count, 4, 20);
        Assert.Equal(calls.Count, calls.Select(call => call.CallId).Distinct().Count());
        Assert.Equal(calls.Count, calls.Select(call => call.Timestamp).Distinct().Count());
    }

    [Fact]
    public void They_stay_small() =>
        Assert.InRange(
            Directory.EnumerateFiles(ProjectFiles.At("local", "Samples"), "*", SearchOption.AllDirectories)
                .Sum(file => new FileInfo(file).Length),
            1,
            MaxBytes);

    [Fact]
    public void They_show_what_a_call_can_be()
    {
        var calls = SampleCalls.Load(ProjectFiles.At("local", "Samples"));
        StandardOutput[] results = [.. calls.Select(call => StandardOutput.Read(call.StandardPath))];

        Assert.Contains(results, result => result.HasOverlap);
        Assert.Contains(results, result => result.MaxModeration > ModerationThreshold);
        Assert.Contains(results, result => result.MaxModeration < ModerationThreshold);
        Assert.Contains(results, result => result.Summary is null);
        Assert.Contains(results, result => result.Document["topics"]!.AsArray().Count >= 5);
        Assert.Contains(results, result => result.Transcript.Contains("<b>", StringComparison.Ordinal)
            && result.Transcript.Contains('&', StringComparison.Ordinal)
            && result.Transcript.Contains("Zoë", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.CustomPath is null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_file_is_there_and_its_audio_is_what_the_service_takes(string id)
    {
        var call = Find(id);

        Assert.True(AudioSignature.IsSupported(File.ReadAllBytes(call.AudioPath)));
        Assert.NotNull(call.Metadata);
        if (call.CustomPath is not null)
        {
            var fields = JsonNode.Parse(File.ReadAllText(call.CustomPath))!["inference_result"]!.AsObject();
            Assert.Superset(
                new HashSet<string> { "call_summary", "call_categories", "topics", "issue_resolution" },
                fields.Select(field => field.Key).ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_transcript_is_its_segments_and_they_are_their_words(string id)
    {
        var result = StandardOutput.Read(Find(id).StandardPath);

        Assert.Equal(result.Transcript, string.Join(' ', result.Segments.Select(segment => segment.Text)));
        Assert.All(result.Segments, segment => Assert.Equal(
            segment.Text.Replace(" ", string.Empty, StringComparison.Ordinal),
            string.Concat(segment.Items.Select(item => result.Items[item].Content))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Indices_are_whole_and_in_order(string id)
    {
        var result = StandardOutput.Read(Find(id).StandardPath);

        Assert.Equal(Enumerable.Range(0, result.Items.Count), result.Items.Select(item => item.Index));
        Assert.Equal(Enumerable.Range(0, result.Segments.Count), result.Segments.Select(segment => segment.Index));
        Assert.Equal(Enumerable.Range(0, result.Items.Count), result.Segments.SelectMany(segment => segment.Items));
        Assert.Equal(Enumerable.Range(0, result.Segments.Count), result.TopicSegments);
        Assert.All(result.Segments, segment => Assert.All(
            segment.Items, item => Assert.Equal(segment.Index, result.Items[item].Segment)));
        Assert.Equal(
            result.Items.Count(item => item.Start is not null), (int?)result.Document["statistics"]!["word_count"]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Words_follow_one_another_within_their_segment_and_the_audio(string id)
    {
        var call = Find(id);
        var result = StandardOutput.Read(call.StandardPath);

        Assert.Equal(result.Segments.Select(segment => segment.Start).Order(), result.Segments.Select(s => s.Start));
        Assert.All(result.Segments, segment =>
        {
            long[] moments =
            [
                .. segment.Items.Select(item => result.Items[item]).Where(item => item.Start is not null)
                    .SelectMany(item => new[] { item.Start!.Value, item.End!.Value }),
            ];
            Assert.Equal(moments.Order(), moments);
            Assert.Equal((segment.Start, segment.End), (moments[0], moments[^1]));
            Assert.InRange(segment.End, 1, result.DurationMillis);
        });
        Assert.InRange(AudioLength.Millis(call.AudioPath) - result.DurationMillis, -50, 50);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_speaker_has_a_channel_and_never_speaks_twice_at_once(string id)
    {
        var result = StandardOutput.Read(Find(id).StandardPath);

        var speakers = result.Segments.GroupBy(segment => segment.Speaker).ToList();

        Assert.Equal(["spk_0", "spk_1"], speakers.Select(speaker => speaker.Key).Order());
        Assert.All(speakers, speaker =>
        {
            Assert.Equal("ch_" + speaker.Key[^1], Assert.Single(speaker.Select(segment => segment.Channel).Distinct()));
            Assert.All(speaker.Zip(speaker.Skip(1)), pair => Assert.InRange(pair.First.End, 0, pair.Second.Start));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_segment_is_moderated(string id)
    {
        var result = StandardOutput.Read(Find(id).StandardPath);

        Assert.Equal(
            result.Segments.Select(segment => (segment.Start, segment.End)),
            result.Moderation.Select(entry => (
                (long)entry["start_timestamp_millis"]!, (long)entry["end_timestamp_millis"]!)));
        Assert.All(result.Moderation, entry => Assert.Equal(7, entry["moderation_categories"]!.AsArray().Count));
    }

    private static SampleCall Find(string id) =>
        SampleCalls.Load(ProjectFiles.At("local", "Samples")).Single(call => call.Id == id);
}
