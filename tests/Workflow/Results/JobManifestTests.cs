using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Workflow.Results;

public sealed class JobManifestTests
{
    private static readonly S3Uri StandardOutput = new("bucket", "call//1/0/standard_output/0/result.json");

    [Fact]
    public void The_documented_shape_is_read()
    {
        const string job = "call-123/0f3b6a52-5a0e-4c0e-9a57-2f1d3c9be001";

        var manifest = JobManifest.Read(BdaSample.Read("job_metadata.example.json"));

        Assert.Equal(
            new JobManifest(
                new S3Uri("example-output", $"{job}/0/standard_output/0/result.json"),
                new S3Uri("example-output", $"{job}/0/custom_output/0/result.json"),
                "MATCH"),
            manifest);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "custom_output_path": null, "custom_output_status": null""", null)]
    [InlineData(""", "custom_output_status": "NO_MATCH" """, "NO_MATCH")]
    [InlineData(""", "custom_output_status": 7, "new": {"a": 1} """, null)]
    public void Without_a_blueprint_that_matched_there_is_no_custom_output(string more, string? status) =>
        Assert.Equal(new JobManifest(StandardOutput, null, status), Read(Segment(more)));

    [Fact]
    public void An_unknown_status_with_a_custom_output_has_one() =>
        Assert.Equal(
            new JobManifest(StandardOutput, new S3Uri("bucket", "c.json"), "FALLBACK"),
            Read(Segment(""", "custom_output_path": "s3://bucket/c.json", "custom_output_status": "FALLBACK" """)));

    [Fact]
    public void Assets_and_segments_without_results_are_passed_over() =>
        Assert.Equal(
            new JobManifest(StandardOutput, null, null),
            Read($$"""
                {"output_metadata": [null, 1, {}, {"segment_metadata": null},
                  {"segment_metadata": [{},
                    {"standard_output_path": "s3://bucket/call//1/0/standard_output/0/result.json"},
                    {"standard_output_path": "s3://bucket/other"}]}]}
                """));

    [Theory]
    [InlineData("", "The job manifest is empty.")]
    [InlineData("{\"output_metadata\": [", "is no JSON, or cut off")]
    [InlineData("[]", "The job manifest is no JSON object.")]
    [InlineData("{}", "The job manifest has no output_metadata.")]
    [InlineData("{\"output_metadata\": {}}", "The job manifest has no output_metadata.")]
    [InlineData("{\"output_metadata\": []}", "The job manifest has no standard_output_path")]
    [InlineData("{\"output_metadata\": [], \"output_metadata\": []}", "is no JSON, or cut off")]
    [InlineData("{\"output_metadata\": [{\"segment_metadata\": [{\"standard_output_path\": \"x\"}]}]}",
        "standard_output_path is unusable: A text of 1 characters does not begin with s3://")]
    [InlineData("{\"output_metadata\": [{\"segment_metadata\": [{\"standard_output_path\": \"\\ud800\"}]}]}",
        "holds a string that is no text")]
    public void What_is_no_manifest_is_unreadable_with_the_reason(string json, string expected)
    {
        var thrown = Assert.Throws<ResultsUnreadableException>(() => Read(json));

        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_output_that_is_nowhere_is_unreadable()
    {
        var thrown = Assert.Throws<ResultsUnreadableException>(
            () => Read(Segment(""", "custom_output_path": "c.json" """)));

        Assert.StartsWith(
            "The job manifest's custom_output_path is unusable", thrown.Message, StringComparison.Ordinal);
    }

    private static JobManifest Read(string json) => JobManifest.Read(Documents.Utf8(json));

    private static string Segment(string more) =>
        """{"output_metadata": [{"segment_metadata": [{"standard_output_path": """ +
        $"\"{StandardOutput}\"{more}" + "}]}]}";
}
