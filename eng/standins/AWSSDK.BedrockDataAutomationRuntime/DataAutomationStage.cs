using Amazon.Runtime;

namespace Amazon.BedrockDataAutomationRuntime;

public class DataAutomationStage : ConstantClass
{
    public DataAutomationStage(string value)
        : base(value)
    {
    }

    public static implicit operator DataAutomationStage(string value) => FindValue(value);

    public static DataAutomationStage FindValue(string value) => FindValue<DataAutomationStage>(value);
}
