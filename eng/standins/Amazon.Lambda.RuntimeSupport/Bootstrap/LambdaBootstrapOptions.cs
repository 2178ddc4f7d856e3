namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

public class LambdaBootstrapOptions
{
    /// <summary>Host, port and possibly a path; AWS_LAMBDA_RUNTIME_API where it is not set.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
