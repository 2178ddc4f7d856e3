using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>What the words of <see cref="ResourceWords"/>, and some more that only services use, stand for in a
/// stack.</summary>
internal sealed class DeployedResources(DeployedProgram program)
{
    /// <summary>Where a request by the profile of a geography may be worked on:
    /// https://docs.aws.amazon.com/bedrock/latest/userguide/bda-cris.html.</summary>
    private static readonly Dictionary<string, string[]> Routed = new(StringComparer.Ordinal)
    {
        ["us.data-automation-v1"] = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"],
    };

    /// <param name="role">Whose log is meant by <c>log</c>.</param>
    /// <returns>ARNs; none where the stack has no such thing.</returns>
    public IEnumerable<string> Find(string word, string role) => word.Split('/') switch
    {
        ["*"] => ["*"],
        ["calls" or "words", .. var index] => [string.Join('/', index.Prepend(Table(word.Split('/')[0])))],
        ["results", .. var rest] => InBucket(Named("aws:s3/bucket:Bucket", "-output"), rest, "call-1/results.json"),
        ["recordings", .. var rest] => InBucket(
            [$"arn:aws:s3:::{program.Program.Settings.RecordingsBucket}"],
            rest,
            $"{program.Program.Settings.RecordingsPrefix}call-1.mp3"),
        ["uploads", .. var rest] => InBucket(Named("aws:s3/bucket:Bucket", "-uploads"), rest, "uploads/call-1.mp3"),
        ["topic"] => Named("aws:sns/topic:Topic", "-transcript"),
        ["queue"] => Named("aws:sqs/queue:Queue", "-transcript-sqs-queue"),
        ["settlementDeadLetters"] => Named("aws:sqs/queue:Queue", "-settlement-sqs-dlq"),
        ["machine"] => program.Of("aws:sfn/stateMachine:StateMachine").Select(program.Arn),
        ["execution"] => program.Of("aws:sfn/stateMachine:StateMachine")
            .Select(one => Here("states", $"execution:{one.Text("name")}:call-1")),
        ["tasks"] => Tasks(),
        ["tasks", "earlier"] => Tasks().Select(task => $"{task[..task.LastIndexOf(':')]}:999"),
        ["project"] => [Variable("BEDROCK_PROJECT_ARN")],
        ["profile"] => Profiles(Variable("BEDROCK_PROFILE_ARN")),
        ["job"] => [Here("bedrock", "data-automation-invocation/00000000-1111-2222-3333-444444444444")],
        ["log"] => Named("aws:cloudwatch/logGroup:LogGroup", $"-{role}").Select(group => $"{group}:log-stream:one"),
        ["networkInterface"] => [Here("ec2", "network-interface/eni-00000000000000000")],
        ["subnet"] => (program.Program.Settings.Vpc?.SubnetIds ?? []).Select(id => Here("ec2", $"subnet/{id}")),
        ["securityGroup"] =>
            (program.Program.Settings.Vpc?.SecurityGroupIds ?? []).Select(id => Here("ec2", $"security-group/{id}")),
        ["recordingsKey"] => [program.Program.Settings.RecordingsKeyArn],
        _ => throw new InvalidOperationException($"'{word}' is no word for a resource."),
    };

    private string Here(string service, string rest) => $"arn:aws:{service}:{program.Region}:{program.Account}:{rest}";

    private IEnumerable<string> Named(string type, string end) =>
        program.Of(type).Where(one => one.Name.EndsWith(end, StringComparison.Ordinal)).Select(program.Arn);

    private string Table(string word) =>
        Named("aws:dynamodb/table:Table", word == "calls" ? "-call-recordings" : "-call-words").Single();

    private static IEnumerable<string> InBucket(IEnumerable<string> buckets, string[] rest, string key) =>
        buckets.Select(bucket => rest is ["object"] ? $"{bucket}/{key}" : bucket);

    private IEnumerable<string> Tasks() => program.Of("aws:sfn/stateMachine:StateMachine")
        .SelectMany(machine => JsonNode.Parse(machine.Text("definition"))!["States"]!.AsObject())
        .Select(state => (string?)state.Value!["Parameters"]?["FunctionName"])
        .OfType<string>();

    /// <summary>What the function is told, so that a wrong value is asked for.</summary>
    private string Variable(string name) => program.Of("aws:lambda/function:Function")
        .Select(function => Graph.Variable(function, name))
        .First(value => value.Length > 0);

    private IEnumerable<string> Profiles(string arn)
    {
        var profile = arn[(arn.LastIndexOf('/') + 1)..];
        return Routed.TryGetValue(profile, out var regions)
            ? regions.Select(region => $"arn:aws:bedrock:{region}:{program.Account}:data-automation-profile/{profile}")
            : throw new InvalidOperationException(
                $"Where requests by {profile} are worked on is not known here; look it up, and add it.");
    }
}
