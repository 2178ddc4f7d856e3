using System.Text.Json.Nodes;
using CallRecording.Workflow;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tests.Workflow;

public sealed class CallStepTests
{
    [Fact]
    public void A_redriven_call_goes_on_where_the_definition_sends_it()
    {
        string?[] outcomes =
        [
            null, JobOutcome.Succeeded, JobOutcome.Running, JobOutcome.Resubmit, JobOutcome.Expired, JobOutcome.Failed,
        ];

        Assert.All(outcomes, outcome =>
            Assert.Equal(InDefinition(outcome), CallStep.AfterRedrive(outcome is null ? null : JobWith(outcome))));
    }

    private static string InDefinition(string? outcome)
    {
        var choice =
            JsonNode.Parse(File.ReadAllText(ProjectFiles.At("statemachine.asl.json")))!["States"]!["ResumeWhere?"]!;
        return (string?)choice["Choices"]!.AsArray()
                .FirstOrDefault(one => (string?)one!["And"]![1]!["StringEquals"] == outcome)?["Next"]
            ?? (string)choice["Default"]!;
    }

    private static Job JobWith(string outcome) => new()
    {
        InvocationArn = "arn",
        Outcome = outcome,
        Status = JobStatus.Success,
        WaitSeconds = 0,
        WaitedSeconds = 0,
        Submissions = 1,
        SubmittedAt = "2026-03-01T12:00:00Z",
    };
}
