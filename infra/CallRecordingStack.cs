using CallRecording.Infra.Api;
using CallRecording.Infra.DataAutomation;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Intake;
using CallRecording.Infra.Monitoring;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Settlement;
using CallRecording.Infra.Storage;
using CallRecording.Infra.Uploads;
using CallRecording.Infra.Web;
using CallRecording.Infra.Workflow;
using Pulumi;
using Aws = Pulumi.Aws;

namespace CallRecording.Infra;

/// <summary>Everything, for one environment: a component for each capability.</summary>
internal sealed class CallRecordingStack
{
    public CallRecordingStack(StackSettings settings, FunctionArtifact artifact)
    {
        var here = new ComponentResourceOptions { Provider = Provider(settings) };
        var key = new EncryptionKey(settings, here);
        var store = new CallStore(settings, key, here);
        var automation = new CallAutomation(settings, key, here);
        var workflow = new CallWorkflow(settings, artifact, store, key, automation, here);
        var intake = new CallIntake(settings, artifact, store, key, workflow.StateMachine.Arn, here);
        var settlement = new CallSettlement(settings, artifact, store, key, workflow, here);
        var tokenKey = PageTokenKey.Of(here);
        var uploads = settings.Uploads
            ? new CallUploads(settings, artifact, store, key, intake.Topic.Arn, tokenKey, here)
            : null;
        var api = new AnalyticsApi(settings, artifact, store, key, uploads, tokenKey, here);
        var page = new WebPage(settings, api, here);
        uploads?.Bucket.AllowFrom([page.Origin, .. settings.AllowedOrigins]);
        var topic = new AlarmTopic(settings, key, here);
        _ = new LogMetrics(workflow, here);
        _ = new CallAlarms(settings, store, intake, workflow, settlement, api, uploads, topic, here);
        _ = new CallDashboard(settings, intake, workflow, settlement, store, api, uploads, here);
        _ = new MonthlyBudget(settings, topic, here);
        Outputs = new Dictionary<string, object?>
        {
            ["apiUrl"] = api.Stage.InvokeUrl,
            ["apiKeyId"] = api.Key?.KeyId,
            ["pageUrl"] = page.Url,
            ["distributionDomainName"] = page.Distribution.DomainName,
            ["userPoolId"] = api.Users?.PoolId,
            ["topicArn"] = intake.Topic.Arn,
            ["queueUrl"] = intake.Queue.Url,
            ["deadLetterQueueUrl"] = intake.DeadLetters.Queue.Url,
            ["tableName"] = store.Table.Name,
            ["wordsTableName"] = store.Words.Name,
            ["resultsBucket"] = store.Results.Bucket.Id,
            ["uploadsBucket"] = uploads?.Bucket.Bucket.Id,
            ["stateMachineArn"] = workflow.StateMachine.Arn,
            ["consoleUrl"] = workflow.StateMachine.Arn.Apply(arn =>
                $"https://{settings.Region}.console.aws.amazon.com/states/home?region={settings.Region}"
                + $"#/statemachines/view/{arn}"),
        };
    }

    /// <summary>What <c>pulumi stack output</c> shows.</summary>
    public IDictionary<string, object?> Outputs { get; }

    /// <summary>Credentials of another account are refused before anything is changed.</summary>
    private static Aws.Provider Provider(StackSettings settings) => new(
        "aws",
        new()
        {
            Region = settings.Region,
            AllowedAccountIds = { settings.AccountId },
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs
            {
                Tags = { ["Project"] = settings.Project, ["Environment"] = settings.Environment },
            },
        });
}
