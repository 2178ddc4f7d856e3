using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class IncludedData : ConstantClass
{
    public static readonly IncludedData METADATA_ONLY = new("METADATA_ONLY");

    public IncludedData(string value)
        : base(value)
    {
    }
}
