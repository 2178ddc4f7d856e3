using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra;

/// <summary>The rules hold for the program; here they are shown to see it when any one thing that they are about is
/// gone.</summary>
public sealed class WhenSomethingIsTakenOut
{
    private static readonly string[] MustStay =
    [
        "aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy", "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
        "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:lambda/function:Function", "aws:lambda/permission:Permission",
        "aws:lambda/eventSourceMapping:EventSourceMapping",
        "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "aws:cloudwatch/metricAlarm:MetricAlarm",
        "aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "aws:s3/bucketVersioning:BucketVersioning", "aws:dynamodb/table:Table", "aws:apigateway/stage:Stage",
    ];

    [Fact]
    public async Task A_rule_is_broken()
    {
        // Without the topic's word for it no role of another account can publish; its own may by their own policies.
        var publisher = ("publisherArn", "arn:aws:iam::444444444444:role/publisher");
        var program = await TestStacks.RunAsync("prod", publisher);
        var deployed = await TestStacks.RunAsync("prod", settings => new DeployedMocks(settings), publisher);
        // The same is taken out of both: rules about access want ARNs as AWS has them.
        var mutants = Mutants(program).Zip(Mutants(deployed)).ToList();

        var unseen = mutants
            .Where(mutant => !AllRules.Problems(mutant.First.Program, new(mutant.Second.Program)).Any())
            .Select(mutant => mutant.First.What)
            .ToList();

        Assert.True(
            unseen.Count == 0,
            $"No rule sees that these are gone:{Environment.NewLine}{string.Join(Environment.NewLine, unseen)}");
        Assert.True(mutants.Count > 150, $"Only {mutants.Count} things were taken out.");
    }

    private static IEnumerable<(string What, RecordedProgram Program)> Mutants(RecordedProgram program) =>
    [
        .. Resources(
            program), .. Permissions(program), .. Actions(program), .. DeadLetters(program), .. Variables(program),
    ];

    private static IEnumerable<(string What, RecordedProgram Program)> Resources(RecordedProgram program) =>
        program.Resources
        .Where(one => MustStay.Contains(one.Type))
        .Select(one => ($"{one.Type} {one.Name}", program.Without(one)));

    /// <summary>Each action of each statement of each policy, one at a time.</summary>
    private static IEnumerable<(string What, RecordedProgram Program)> Permissions(RecordedProgram program)
    {
        foreach (var resource in program.Resources.Where(one => one.Type != "aws:kms/key:Key"
            && Policy.HasStatements(one)))
        {
            var statements = Policy.Statements(resource);
            for (var statement = 0; statement < statements.Count; statement++)
            {
                var actions = Policy.Texts(statements[statement], "Action");
                for (var action = 0; action < actions.Count; action++)
                {
                    var (at, which) = (statement, action);
                    yield return (
                        $"{actions[action]} of {resource.Type} {resource.Name}",
                        program.With(Policy.Changed(resource, all => Remove(all, at, which))));
                }
            }
        }
    }

    private static void Remove(JsonArray statements, int statement, int action)
    {
        var actions = statements[statement]!["Action"]!.AsArray();
        actions.RemoveAt(action);
        if (actions.Count == 0)
        {
            statements.RemoveAt(statement);
        }
    }

    private static IEnumerable<(string What, RecordedProgram Program)> Actions(RecordedProgram program) => program
        .Of("aws:cloudwatch/metricAlarm:MetricAlarm")
        .Select(alarm => ($"the action of {alarm.Name}", program.With(alarm.Without("alarmActions"))));

    private static IEnumerable<(string What, RecordedProgram Program)> DeadLetters(RecordedProgram program)
    {
        string[] properties = ["redrivePolicy", "deadLetterConfig", "destinationConfig"];
        return program.Resources.SelectMany(one => properties
            .Where(one.Inputs.ContainsKey)
            .Select(property => ($"{property} of {one.Type} {one.Name}", program.With(one.Without(property)))));
    }

    private static IEnumerable<(string What, RecordedProgram Program)> Variables(RecordedProgram program) =>
        Graph.Functions(program).SelectMany(function => Graph.Variables(function).Keys.Select(name => (
            $"{name} of {function.Name}",
            program.With(function.With(
                "environment",
                function.Block("environment").SetItem(
                    "variables",
                    ((System.Collections.Immutable.ImmutableDictionary<string, object>)
                        function.Block("environment")["variables"]).Remove(name)))))));
}
