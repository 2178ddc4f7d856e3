using System.Text;
using System.Text.Json;
using CallRecording.Emulators.EventSourceMapping;
using CsCheck;

namespace CallRecording.Tests.Emulators.EventSourceMapping;

public sealed class BatchResultTests
{
    private static readonly HashSet<string> Batch = ["a", "b", "c"];

    [Theory]
    [InlineData("", "a,b,c")]
    [InlineData("null", "a,b,c")]
    [InlineData("{}", "a,b,c")]
    [InlineData("""{"other":1}""", "a,b,c")]
    [InlineData("""{"batchItemFailures":null}""", "a,b,c")]
    [InlineData("""{"batchItemFailures":[]}""", "a,b,c")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"b"}]}""", "a,c")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"b"},{"itemIdentifier":"b"}]}""", "a,c")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"b"},{"itemIdentifier":"x"}]}""", "")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""", "")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""", "")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":1}]}""", "")]
    [InlineData("""{"batchItemFailures":[{"id":"b"}]}""", "")]
    [InlineData("""{"batchItemFailures":["b"]}""", "")]
    [InlineData("""{"batchItemFailures":{"itemIdentifier":"b"}}""", "")]
    [InlineData("[]", "")]
    [InlineData("\"ok\"", "")]
    [InlineData("{", "")]
    public void Reads_an_answer_as_Lambda_does(string answer, string succeeded) => Assert.Equal(
        succeeded, string.Join(',', BatchResult.Succeeded(Encoding.UTF8.GetBytes(answer), Batch).Order()));

    [Fact]
    public void Every_message_either_succeeded_or_was_named() =>
        Gen.String[1, 8].HashSet[1, 10].SelectMany(ids => Gen.Shuffle(ids.ToArray()).Select(Gen.Int[0, ids.Count]))
            .Sample((ids, count) =>
            {
                var failed = ids.Take(count).ToList();
                var answer = JsonSerializer.SerializeToUtf8Bytes(
                    new { batchItemFailures = failed.Select(id => new { itemIdentifier = id }) });
                var succeeded = BatchResult.Succeeded(answer, ids.ToHashSet());
                Assert.Equal(ids.Skip(count).Order(), succeeded.Order());
            });
}
