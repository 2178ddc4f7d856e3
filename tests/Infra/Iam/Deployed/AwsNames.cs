using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>What AWS would answer for a resource's outputs. Source of the ARNs:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/, each service's resource types.</summary>
internal static class AwsNames
{
    /// <summary>The settings take no region of another one.</summary>
    public const string Partition = "aws";

    /// <summary>What Pulumi adds to a name that the program does not spell out.</summary>
    private const string Letters = "-a1b2c3d";

    /// <summary>Made of digits and letters that no account has.</summary>
    private const string Id = "0a1b2c3d4e";

    public static string Of(StackSettings settings, Registration resource, string attribute)
    {
        if (attribute.StartsWith("outputs.", StringComparison.Ordinal))
        {
            return Template.Output(settings, resource, attribute["outputs.".Length..]);
        }

        var name = NameOf(resource);
        var arn = ArnOf(settings, resource, name);
        return (resource.Type, attribute) switch
        {
            (_, "arn") => arn,
            ("aws:sqs/queue:Queue", "id" or "url") =>
                $"https://sqs.{settings.Region}.amazonaws.com/{settings.AccountId}/{name}",
            ("aws:kms/key:Key", "id" or "key_id") => arn[(arn.LastIndexOf('/') + 1)..],
            ("aws:apigateway/restApi:RestApi", "id") => Id,
            ("aws:apigateway/restApi:RestApi", "execution_arn") =>
                $"arn:{Partition}:execute-api:{settings.Region}:{settings.AccountId}:{Id}",
            ("aws:lambda/function:Function" or "aws:lambda/alias:Alias", "invoke_arn") => InvokeArn(settings, arn),
            ("aws:lambda/function:Function", "version") => "1",
            ("aws:lambda/function:Function", "qualified_arn") => $"{arn}:1",
            ("aws:lambda/function:Function", "qualified_invoke_arn") => InvokeArn(settings, $"{arn}:1"),
            ("aws:sns/topic:Topic" or "aws:sfn/stateMachine:StateMachine"
                or "aws:cloudfront/originAccessControl:OriginAccessControl", "id") => arn,
            (_, "id" or "name" or "function_name" or "bucket" or "stage_name") => name,
            _ => $"{name}.{attribute}",
        };
    }

    private static string NameOf(Registration resource)
    {
        string[] given = ["name", "bucket", "stageName"];
        return given.Select(resource.Text).FirstOrDefault(text => text.Length > 0) ?? resource.Name + Letters;
    }

    private static string ArnOf(StackSettings settings, Registration resource, string name)
    {
        string Here(string service, string rest) =>
            $"arn:{Partition}:{service}:{settings.Region}:{settings.AccountId}:{rest}";

        return resource.Type switch
        {
            "aws:sns/topic:Topic" => Here("sns", name),
            "aws:sqs/queue:Queue" => Here("sqs", name),
            "aws:lambda/function:Function" => Here("lambda", $"function:{name}"),
            "aws:lambda/alias:Alias" =>
                Here("lambda", $"function:{FunctionName(resource.Text("functionName"))}:{name}"),
            "aws:sfn/stateMachine:StateMachine" => Here("states", $"stateMachine:{name}"),
            "aws:dynamodb/table:Table" => Here("dynamodb", $"table/{name}"),
            "aws:cloudwatch/eventRule:EventRule" => Here("events", $"rule/{name}"),
            "aws:cloudwatch/metricAlarm:MetricAlarm" => Here("cloudwatch", $"alarm:{name}"),
            "aws:cloudwatch/logGroup:LogGroup" => Here("logs", $"log-group:{name}"),
            "aws:cognito/userPool:UserPool" => Here("cognito-idp", $"userpool/{settings.Region}_{Id}"),
            "aws:kms/key:Key" => Here("kms", "key/00000000-1111-2222-3333-444444444444"),
            "aws:cloudformation/stack:Stack" => Here("cloudformation", $"stack/{name}/{Id}"),
            "aws:s3/bucket:Bucket" => $"arn:{Partition}:s3:::{name}",
            "aws:iam/role:Role" => $"arn:{Partition}:iam::{settings.AccountId}:role/{name}",
            "aws:cloudfront/distribution:Distribution" =>
                $"arn:{Partition}:cloudfront::{settings.AccountId}:distribution/{Id.ToUpperInvariant()}",
            _ => $"{name}.arn",
        };
    }

    /// <summary>From a function's name or its ARN.</summary>
    public static string FunctionName(string function) =>
        function.Contains(":function:", StringComparison.Ordinal) ? function.Split(':')[6] : function;

    private static string InvokeArn(StackSettings settings, string function) =>
        $"arn:{Partition}:apigateway:{settings.Region}:lambda:path/2015-03-31/functions/{function}/invocations";
}
