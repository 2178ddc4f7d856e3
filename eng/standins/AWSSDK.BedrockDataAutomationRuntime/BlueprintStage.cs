using Amazon.Runtime;

namespace Amazon.BedrockDataAutomationRuntime;

public class BlueprintStage : ConstantClass
{
    public static readonly BlueprintStage DEVELOPMENT = new("DEVELOPMENT");
    public static readonly BlueprintStage LIVE = new("LIVE");

    public BlueprintStage(string value)
        : base(value)
    {
    }

    public static implicit operator BlueprintStage(string value) => FindValue(value);

    public static BlueprintStage FindValue(string value) => FindValue<BlueprintStage>(value);
}
