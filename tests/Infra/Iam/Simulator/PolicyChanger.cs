using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Simulator;

/// <summary>Policies made by chance: so that each operator and each effect is judged, whichever the program
/// uses.</summary>
internal sealed class PolicyChanger(Random random)
{
    private static readonly string[] Operators =
    [
        "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals",
        "ArnNotLike",
        "Bool", "NumericEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
        "NumericGreaterThanEquals",
    ];

    public IamPolicy Changed(JsonObject document, PolicyKind kind)
    {
        var changed = document.DeepClone().AsObject();
        var statements = changed["Statement"]!.AsArray();
        var statement = statements[random.Next(statements.Count)]!.AsObject();
        switch (random.Next(3))
        {
            case 0:
                statement["Effect"] = (string?)statement["Effect"] == "Allow" ? "Deny" : "Allow";
                break;
            case 1:
                statement.Remove("Condition");
                break;
            default:
                statement["Condition"] = Conditions();
                break;
        }

        return IamPolicy.Parse(changed.ToJsonString(), kind);
    }

    private JsonObject Conditions()
    {
        if (random.Next(6) == 0)
        {
            return new() { ["Null"] = new JsonObject { ["aws:SourceArn"] = Pick("true", "false") } };
        }

        var operation = Operators[random.Next(Operators.Length)];
        var ifExists = random.Next(3) == 0 ? "IfExists" : "";
        var (key, value) = operation switch
        {
            _ when operation.StartsWith("Arn", StringComparison.Ordinal) =>
                ("aws:SourceArn", Pick(
                    "arn:aws:sns:us-east-1:*:x", "arn:aws:s?s:*:*:*", "arn:aws:sns:us-east-1:999999999999:x")),
            "Bool" => ("aws:SecureTransport", Pick("true", "false")),
            _ when operation.StartsWith("Numeric", StringComparison.Ordinal) =>
                ("aws:MultiFactorAuthAge", Pick("0", "300", "301")),
            _ => ("aws:SourceAccount", Pick("999999999999", "9*", "33333333333?", "333333333333")),
        };
        return new() { [operation + ifExists] = new JsonObject { [key] = new JsonArray(value, value) } };
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
