using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

[Collection(WaitingStackCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenAMessageIsBad(RunningStack stack)
{
    [Fact]
    public async Task It_becomes_a_dead_letter_and_its_neighbours_are_processed()
    {
        string[] bad =
        [
            "not json",
            """{"audioS3Uri":"s3://bucket/audio.wav","timestamp":"2026-01-02T03:04:05Z"}""",
            """{"callId":"bad-uri","audioS3Uri":"https://bucket/audio.wav","timestamp":"2026-01-02T03:04:05Z"}""",
        ];

        foreach (var message in bad)
        {
            await stack.Commands.PublishAsync(message, TestContext.Current.CancellationToken);
        }

        var neighbours = await stack.SubmitManyAsync("neighbour", 5);

        foreach (var neighbour in neighbours)
        {
            Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(neighbour.ExecutionArn));
        }

        var dead = await stack.DeadLettersAsync(bad.Length);
        Assert.Equal(
            bad.Order(StringComparer.Ordinal),
            dead.Select(letter => (string)JsonNode.Parse(letter.Body)!["Message"]!).Order(StringComparer.Ordinal));
    }
}
