using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Evaluation;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>The policies that Lambda makes of permissions: one for each function, version or alias that a caller may
/// invoke. Source: https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html.</summary>
internal static class FunctionPolicies
{
    public static IEnumerable<DeclaredPolicy> Of(DeployedProgram program) => program
        .Of("aws:lambda/permission:Permission")
        .GroupBy(one => Function(program, one))
        .Select(group => DeclaredPolicy.Of(
            string.Join(", ", group.Select(one => $"{one.Type} {one.Name}")),
            Service.Lambda,
            PolicyKind.Resource,
            group.Key,
            new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray([.. group.Select(one => Statement(one, group.Key))]),
            }.ToJsonString()));

    /// <summary>A function may be named or given as an ARN; what is said of an alias does not hold for the
    /// function.</summary>
    private static string Function(DeployedProgram program, Registration permission)
    {
        var name = AwsNames.FunctionName(permission.Text("function"));
        var arn = $"arn:{AwsNames.Partition}:lambda:{program.Region}:{program.Account}:function:{name}";
        return permission.Text("qualifier") is { Length: > 0 } qualifier ? $"{arn}:{qualifier}" : arn;
    }

    private static JsonObject Statement(Registration permission, string function)
    {
        var conditions = new JsonObject();
        if (permission.Text("sourceArn") is { Length: > 0 } source)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = source };
        }

        if (permission.Text("sourceAccount") is { Length: > 0 } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        var principal = permission.Text("principal");
        var statement = new JsonObject
        {
            ["Sid"] = permission.Text("statementId") is { Length: > 0 } sid ? sid : permission.Name,
            ["Effect"] = "Allow",
            ["Principal"] = principal == "*"
                ? principal
                : new JsonObject
                {
                    [principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? "Service" : "AWS"] = principal,
                },
            ["Action"] = permission.Text("action"),
            ["Resource"] = function,
        };
        if (conditions.Count > 0)
        {
            statement["Condition"] = conditions;
        }

        return statement;
    }
}
