using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class ExecutionRedriveFilter : ConstantClass
{
    public static readonly ExecutionRedriveFilter NOT_REDRIVEN = new("NOT_REDRIVEN");
    public static readonly ExecutionRedriveFilter REDRIVEN = new("REDRIVEN");

    public ExecutionRedriveFilter(string value)
        : base(value)
    {
    }

    public static implicit operator ExecutionRedriveFilter(string value) => FindValue(value);

    public static ExecutionRedriveFilter FindValue(string value) => FindValue<ExecutionRedriveFilter>(value);
}
