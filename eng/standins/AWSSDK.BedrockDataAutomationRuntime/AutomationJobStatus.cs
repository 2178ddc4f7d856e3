using Amazon.Runtime;

namespace Amazon.BedrockDataAutomationRuntime;

public class AutomationJobStatus : ConstantClass
{
    public static readonly AutomationJobStatus ClientError = new("ClientError");
    public static readonly AutomationJobStatus Success = new("Success");

    public AutomationJobStatus(string value)
        : base(value)
    {
    }

    public static AutomationJobStatus FindValue(string value) => FindValue<AutomationJobStatus>(value);
}
