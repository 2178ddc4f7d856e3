using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Polling;
using CallRecording.Workflow.Recordings;
using CsCheck;

namespace CallRecording.Tests.Workflow.Identity;

public sealed partial class IdTests
{
    private static readonly Gen<string> CallIds = Gen.OneOf(
        Gen.Char[' ', '\uD7FF'].Array[1, 256].Select(letters => new string(letters)),
        Gen.Char["abAB09._-/ #"].Array[1, 6].Select(letters => new string(letters)));

    [Theory]
    [InlineData("unique-call-identifier", "870d104edb2d900a5c67b9d9fcdc2771")]
    [InlineData("", "d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("a", "0cc175b9c0f1b6a831c399e269772661")]
    [InlineData("ß💡", "36cdad6d0309e4643dba3fd82c47c17a")]
    public void A_hash_is_the_lower_case_MD5_of_the_callId_in_UTF8(string callId, string expected) =>
        Assert.Equal(expected, CallHash.Of(callId));

    [Theory]
    [InlineData("call-123")]
    [InlineData("Call_1.a")]
    [InlineData("...")]
    [InlineData("2f1d3c9b-e001-4a57-9c0e-0f3b6a525a0e")]
    [InlineData("0123456789abcdef")]
    [InlineData("call_0123456789abcdef")]
    [InlineData("call-0123456789ABCDEF")]
    public void The_key_of_a_plain_callId_is_itself(string callId) => Assert.Equal(callId, CallKey.Of(callId));

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(256, 200)]
    public void A_key_has_at_most_200_characters(int length, int expected) =>
        Assert.Equal(expected, CallKey.Of(new string('c', length)).Length);

    [Theory]
    [InlineData("a b", "a-b-")]
    [InlineData(".", ".-")]
    [InlineData("..", "..-")]
    [InlineData("+49 30/1234#5", "-49-30-1234-5-")]
    public void The_key_of_any_other_callId_is_made_safe_and_has_a_hash(string callId, string start) =>
        Assert.Matches($"^{Regex.Escape(start)}[0-9a-f]{{16}}$", CallKey.Of(callId));

    [Fact]
    public void A_callId_that_looks_like_the_key_of_another_gets_its_own()
    {
        var key = CallKey.Of("a b");

        Assert.NotEqual(key, CallKey.Of(key));
    }

    [Fact]
    public void Every_key_is_one_that_a_job_takes() =>
        CallIds.Sample(callId =>
        {
            var key = CallKey.Of(callId);

            Assert.Matches(KeyPattern(), key);
            Assert.Null(JobLocation.Problem(new S3Uri("bucket", key)));
        });

    [Fact]
    public void Different_callIds_have_different_keys_hashes_and_names() =>
        Gen.Select(CallIds, CallIds).Where((one, other) => one != other).Sample((one, other) =>
        {
            Assert.NotEqual(CallKey.Of(one), CallKey.Of(other));
            Assert.NotEqual(CallHash.Of(one), CallHash.Of(other));
            Assert.NotEqual(ExecutionName.For(Notification(one)), ExecutionName.For(Notification(other)));
        });

    [Fact]
    public void Every_execution_name_is_one_that_Step_Functions_takes() =>
        CallIds.Sample(callId => ExecutionNamePattern().IsMatch(ExecutionName.For(Notification(callId))));

    [Theory]
    [InlineData("call-123", "call-123-")]
    [InlineData("call 1.2", "call-1-2-")]
    public void An_execution_is_found_by_its_callId(string callId, string start) =>
        Assert.StartsWith(start, ExecutionName.For(Notification(callId)), StringComparison.Ordinal);

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    public void A_long_callId_is_cut_in_the_name(int length) =>
        Assert.Equal(80, ExecutionName.For(Notification(new string('c', length))).Length);

    [Fact]
    public void The_name_is_that_of_the_canonical_form()
    {
        // sha256 of {"audioS3Uri":"s3://bucket/a.wav","callId":"c","timestamp":"1970-01-01T00:00:00Z"}, by sha256sum.
        Assert.Equal("c-4ea8d508c5143e72", ExecutionName.For(Notification("c")));
    }

    [Fact]
    public void Whatever_differs_in_a_notification_makes_another_execution()
    {
        var one = Notification("c");
        CallNotification[] others =
        [
            one with { Audio = new S3Uri("bucket", "b.wav") },
            one with { Timestamp = one.Timestamp.AddSeconds(1) },
            one with { Metadata = new JsonObject { ["a"] = 1 } },
            one with { Metadata = new JsonObject { ["a"] = 2 } },
        ];

        Assert.Equal(5, others.Append(one).Select(ExecutionName.For).Distinct().Count());
    }

    [Fact]
    public void A_client_token_is_one_that_a_job_takes() =>
        Gen.Select(Gen.String, Gen.String).Sample(
            (name, request) => ClientTokenPattern().IsMatch(ClientToken.For(name, null, request)));

    [Fact]
    public void A_retry_repeats_the_client_token_and_a_resubmission_does_not()
    {
        var job = new PollPolicy().Submitted("arn:job-1", DateTimeOffset.UnixEpoch, 1, "wav", previous: null);
        var token = ClientToken.For("call-1", null, "a.wav");

        Assert.Equal(token, ClientToken.For("call-1", null, "a.wav"));
        Assert.NotEqual(token, ClientToken.For("call-1", job, "a.wav"));
        Assert.NotEqual(
            ClientToken.For("call-1", job with { InvocationArn = "arn:job-2" }, "a.wav"),
            ClientToken.For("call-1", job, "a.wav"));
        Assert.NotEqual(token, ClientToken.For("call-1", null, "b.wav"));
        Assert.NotEqual(token, ClientToken.For("call-2", null, "a.wav"));
    }

    private static CallNotification Notification(string callId) =>
        new(callId, new S3Uri("bucket", "a.wav"), DateTimeOffset.UnixEpoch, Metadata: null);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,200}\z")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,63}-[0-9a-f]{16}\z")]
    private static partial Regex ExecutionNamePattern();

    // As InvokeDataAutomationAsync documents it.
    [GeneratedRegex(@"\A[a-zA-Z0-9](-*[a-zA-Z0-9]){1,256}\z")]
    private static partial Regex ClientTokenPattern();
}
