using System.Collections.Immutable;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;
using Pulumi;

namespace CallRecording.Tests.Infra;

/// <summary>The graph that the program registers, under mocks, for each environment and each way to
/// authenticate.</summary>
public sealed class WhenTheStackIsDeclared
{
    public static TheoryData<string, string> Stacks()
    {
        var stacks = new TheoryData<string, string>();
        foreach (var environment in TestStacks.Environments)
        {
            foreach (var auth in Enum.GetValues<AuthMode>())
            {
                stacks.Add(environment, StackSettingsReader.Spelled(auth));
            }
        }

        return stacks;
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Nothing_is_lost_without_a_dead_letter_queue(string environment, string auth) =>
        AssertNone(QueueRules.Problems(await RunAsync(environment, auth)));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_alarm_watches_a_metric_that_exists_notifies_and_says_what_to_do(
        string environment, string auth) =>
        AssertNone(AlarmRules.Problems(await RunAsync(environment, auth)));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task A_function_is_given_what_it_reads_and_every_task_has_its_function(
        string environment, string auth) =>
        AssertNone(EnvironmentRules.Problems(await RunAsync(environment, auth)));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task What_callers_said_is_closed_encrypted_and_recoverable(string environment, string auth) =>
        AssertNone(StorageRules.Problems(await RunAsync(environment, auth)));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_route_asks_who_is_there_as_the_setting_says(string environment, string auth) =>
        AssertNone(ApiRules.Problems(await RunAsync(environment, auth)));

    [Fact]
    public async Task Everything_that_the_design_names_is_there()
    {
        var program = await TestStacks.RunAsync("prod");

        Assert.Equal(
            ["failure", "persistence", "retrieval", "settlement", "starter", "status", "transcription"],
            Graph.Functions(program).Select(
                one => one.Text("name")["dmg-inbound-callrecording-".Length..]).Order(StringComparer.Ordinal));
        foreach (var (type, min) in MinCounts)
        {
            Assert.True(
                program.Of(type).Count() >= min, $"{type}: {program.Of(type).Count()}, expected at least {min}.");
        }
    }

    [Fact]
    public async Task The_names_and_numbers_are_the_users()
    {
        var program = await TestStacks.RunAsync("staging");

        var queue = program.Of("aws:sqs/queue:Queue")
            .Single(one => one.Text("name") == "dmg-inbound-callrecording-transcript-sqs-queue");
        Assert.Equal(
            (360.0, 30.0, 10.0),
            (queue.Number("visibilityTimeoutSeconds"), queue.Number("delaySeconds"),
                queue.Number("receiveWaitTimeSeconds")));
        Assert.Contains(
            program.Of("aws:sns/topic:Topic"), one => one.Text("name") == "dmg-inbound-callrecording-transcript");
        Assert.Equal(
            ["dmg-inbound-callrecording-staging-call-recordings", "dmg-inbound-callrecording-staging-call-words"],
            program.Of("aws:dynamodb/table:Table").Select(table => table.Text("name")).Order());
        Assert.Equal(
            "dmg-inbound-callrecording-analytics-api",
            program.Of("aws:apigateway/restApi:RestApi").Single().Text("name"));
        Assert.Equal("staging", program.Of("aws:apigateway/stage:Stage").Single().Text("stageName"));
    }

    [Theory]
    [InlineData("native", "arm64", "provided.al2023", "bootstrap", "arm64")]
    [InlineData("native", "x64", "provided.al2023", "bootstrap", "x86_64")]
    [InlineData("managed", "arm64", "dotnet10", "CallRecording.Tasks", "arm64")]
    [InlineData("managed", "x64", "dotnet10", "CallRecording.Tasks", "x86_64")]
    public async Task The_functions_run_on_what_the_settings_say(
        string runtime, string architecture, string expectedRuntime, string handler, string expectedArchitecture)
    {
        var program = await TestStacks.RunAsync("dev", ("runtime", runtime), ("architecture", architecture));

        Assert.All(Graph.Functions(program), function =>
        {
            Assert.Equal((expectedRuntime, handler), (function.Text("runtime"), function.Text("handler")));
            Assert.Equal([expectedArchitecture], function.List("architectures"));
        });
    }

    [Fact]
    public async Task With_a_key_of_its_own_the_results_and_the_tables_use_it()
    {
        var program = await TestStacks.RunAsync("dev", ("encryption", "kms"));

        var key = Graph.Reference(program.Of("aws:kms/key:Key").Single(), "arn");
        Assert.All(
            program.Of("aws:dynamodb/table:Table"),
            table => Assert.Equal(key, table.Block("serverSideEncryption")["kmsKeyArn"]));
        AssertNone(AllRules.Problems(program));
    }

    [Fact]
    public async Task With_every_option_every_rule_holds() =>
        AssertNone(AllRules.Problems(await TestStacks.RunAsync("prod", TestStacks.EveryOption)));

    [Fact]
    public async Task A_stack_tells_its_addresses()
    {
        using var published = new PublishedFunctions(TestStacks.Settings("dev"));
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();

        await Deployment.TestAsync(
            new RecordingMocks(),
            new() { IsPreview = false, ProjectName = "call-recording", StackName = "dev" },
            () =>
            {
                outputs = new CallRecording.Infra.CallRecordingStack(TestStacks.Settings("dev"), published.Open())
                    .Outputs;
            });

        string[] expected =
        [
            "apiUrl", "pageUrl", "topicArn", "queueUrl", "tableName", "wordsTableName", "stateMachineArn", "consoleUrl",
        ];
        Assert.Empty(expected.Except(outputs.Where(one => one.Value is not null).Select(one => one.Key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("https://a.example")]
    [InlineData("https://a.example https://b.example")]
    public async Task Other_pages_read_the_API_and_put_recordings_where_their_origin_is_named(string origins)
    {
        var program = await TestStacks.RunAsync("dev", ("uploads", "true"), ("allowedOrigins", origins));

        AssertNone(ApiRules.Problems(program));
        var cors = program.Of("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration").Single();
        var rule = (ImmutableDictionary<string, object>)((ImmutableArray<object>)cors.Inputs["corsRules"])[0];
        var pages = ((ImmutableArray<object>)rule["allowedOrigins"]).Cast<string>().Skip(1); // Behind the stack's own.
        Assert.Equal(origins.Split(' ', StringSplitOptions.RemoveEmptyEntries), pages);
    }

    private static readonly Dictionary<string, int> MinCounts = new(StringComparer.Ordinal)
    {
        ["aws:sfn/stateMachine:StateMachine"] = 1,
        ["aws:sns/topic:Topic"] = 2,
        ["aws:sqs/queue:Queue"] = 3,
        ["aws:dynamodb/table:Table"] = 2,
        ["aws:s3/bucket:Bucket"] = 2,
        ["aws:cloudformation/stack:Stack"] = 1,
        ["aws:cloudwatch/eventRule:EventRule"] = 2,
        ["aws:cloudwatch/dashboard:Dashboard"] = 1,
        ["aws:cloudwatch/logGroup:LogGroup"] = 9,
        ["aws:lambda/eventSourceMapping:EventSourceMapping"] = 1,
        ["aws:apigateway/restApi:RestApi"] = 1,
        ["aws:cloudfront/distribution:Distribution"] = 1,
        ["aws:cloudfront/originAccessControl:OriginAccessControl"] = 1,
        ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"] = 1,
        ["aws:budgets/budget:Budget"] = 1,
    };

    private static void AssertNone(IEnumerable<string> problems)
    {
        var all = string.Join(Environment.NewLine, problems);
        Assert.True(all.Length == 0, all);
    }

    private static Task<RecordedProgram> RunAsync(string environment, string auth) =>
        TestStacks.RunAsync(
            environment, ("auth", auth), ("allowOpenApi", "true"), ("uploads", auth == "none" ? "false" : "true"));
}
