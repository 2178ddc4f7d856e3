using System.Globalization;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;

namespace CallRecording.Infra.Monitoring;

/// <summary>Notifies the operators before a month exceeds its budget. It counts the whole account: costs by tag are
/// only known where the account's owner activated the tag.</summary>
internal sealed class MonthlyBudget : ComponentResource
{
    public MonthlyBudget(StackSettings settings, AlarmTopic topic, ComponentResourceOptions options)
        : base("call-recording:monitoring:MonthlyBudget", Names.Of("budget"), options)
    {
        _ = new Budget(
            Names.Of("budget"),
            new()
            {
                Name = $"{settings.Project}-{settings.Environment}",
                BudgetType = "COST",
                TimeUnit = "MONTHLY",
                LimitAmount = settings.MonthlyBudgetDollars.ToString(CultureInfo.InvariantCulture),
                LimitUnit = "USD",
                Notifications = { Above(80, "ACTUAL", topic), Above(100, "FORECASTED", topic) },
            },
            new() { Parent = this });
        RegisterOutputs();
    }

    private static BudgetNotificationArgs Above(double percent, string type, AlarmTopic topic) => new()
    {
        ComparisonOperator = "GREATER_THAN",
        Threshold = percent,
        ThresholdType = "PERCENTAGE",
        NotificationType = type,
        SubscriberSnsTopicArns = { topic.Arn },
    };
}
