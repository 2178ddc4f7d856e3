using CallRecording.Tests.Infra.Code;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Each role may do what its function does, and nothing else.</summary>
internal static class PermissionRules
{
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Prefix = "dmg-inbound-callrecording-";

    /// <summary>What Lambda and X-Ray do with any function's role.</summary>
    private static readonly string[] EveryFunction =
        ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords"];

    /// <summary>What services do with a function's role, which its code does not show.</summary>
    private static readonly Dictionary<string, string[]> OnBehalf = new(StringComparer.Ordinal)
    {
        // The event source mapping.
        ["starter"] = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
        // Bedrock Data Automation reads the recording and writes its results as the caller; and a missing one should be
        // told as such.
        ["transcription"] = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
        ["persistence"] = ["s3:ListBucket"],
        // A version of results.json, where the bucket keeps them; and what is missing should be told as such.
        ["retrieval"] = ["s3:GetObjectVersion", "s3:ListBucket"],
        // Whoever has a presigned address puts with the function's role.
        ["uploads"] = ["s3:PutObject", "s3:ListBucket"],
        // The destination for events that failed every try.
        ["settlement"] = ["sqs:SendMessage"],
    };

    private static readonly string[] StateMachine =
    [
        "lambda:InvokeFunction", "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    ];

    /// <summary>Statements whose services have no resources to name; in a key's own policy it is the key.</summary>
    private static readonly string[] MayNameEverything =
        ["WriteTraces", "DeliverLogs", "JoinVpc"];

    private static readonly string[] Vpc =
    [
        "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
    ];

    /// <summary>Functions that read recordings, whose bucket may have a customer's key.</summary>
    private static readonly string[] ReadRecordings = ["transcription", "retrieval"];

    public static IEnumerable<string> Problems(RecordedProgram program) =>
        [.. Roles(program), .. Wildcards(program), .. MachineMayInvokeItsTasks(program), .. RetrievalReads(program)];

    private static IEnumerable<string> Roles(RecordedProgram program)
    {
        var functions = Graph.Functions(program);
        var expected = functions.ToDictionary(one => one.Name, one => ExpectedActions(program, one), StringComparer.Ordinal);
        expected[Prefix + "workflow"] = [.. StateMachine];
        var policies = program.Of(RolePolicy).ToDictionary(one => one.Name, StringComparer.Ordinal);
        foreach (var (name, actions) in expected)
        {
            var given = policies.TryGetValue(
                name, out var policy) ? Policy.Grants(policy).ToHashSet(StringComparer.Ordinal) : [];
            foreach (var missing in actions.Except(given))
            {
                yield return $"The role of {name} lacks {missing}, which it needs.";
            }

            foreach (var idle in given.Except(actions))
            {
                yield return $"The role of {name} has {idle}, which nothing uses.";
            }
        }

        foreach (var name in policies.Keys.Except(expected.Keys))
        {
            yield return $"The role policy {name} belongs to nothing that is known here.";
        }
    }

    private static HashSet<string> ExpectedActions(RecordedProgram program, Registration function)
    {
        var process = function.Name[Prefix.Length..];
        if (!CallRecording.Tasks.Functions.Handlers.Contains(Graph.Variable(function, "FUNCTION")))
        {
            // EnvironmentRules says so.
            return [];
        }

        return FunctionCode.Of(Graph.Variable(function, "FUNCTION")).Actions
            .Concat(EveryFunction)
            .Concat(OnBehalf.GetValueOrDefault(process, []))
            .Concat(program.Settings.Vpc is null ? [] : Vpc)
            .Concat(program.Settings.RecordingsKeyArn.Length > 0 && ReadRecordings.Contains(process) ? ["kms:Decrypt"] : [])
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Wildcards(RecordedProgram program)
    {
        foreach (var resource in program.Resources.Where(Policy.HasStatements))
        {
            foreach (var statement in Policy.Statements(resource).Where(one => (string?)one["Effect"] == "Allow"))
            {
                foreach (var action in Policy.Texts(statement, "Action").Where(action => action.Contains('*', StringComparison.Ordinal)))
                {
                    yield return $"{resource.Name} allows {action}; actions are spelt out.";
                }

                var sid = (string?)statement["Sid"] ?? "";
                if (Policy.Texts(statement, "Resource").Contains("*") && resource.Type != "aws:kms/key:Key" && !MayNameEverything.Contains(sid))
                {
                    yield return $"{resource.Name} allows {sid} on every resource, without a reason.";
                }

                if (Policy.Texts(statement, "Resource").Count == 0)
                {
                    yield return $"{resource.Name} allows {sid} on nothing.";
                }
            }
        }
    }

    private static IEnumerable<string> MachineMayInvokeItsTasks(RecordedProgram program)
    {
        var may = program.Of(RolePolicy).Where(one => one.Name == Prefix + "workflow")
            .SelectMany(Policy.Statements)
            .Where(one => Policy.Texts(one, "Action").Contains("lambda:InvokeFunction"))
            .SelectMany(one => Policy.Texts(one, "Resource"))
            .ToHashSet(StringComparer.Ordinal);
        // Also by the versions of earlier deployments, which executions may still be redriven with.
        var invoked = Graph.Tasks(program).Values.ToHashSet(StringComparer.Ordinal);
        var does = Graph.Functions(program)
            .Where(one => invoked.Contains(Graph.Reference(one, "qualified_arn")))
            .Select(one => Graph.Reference(one, "arn") + ":*")
            .ToHashSet(StringComparer.Ordinal);
        return may.SetEquals(does)
            ? []
            : [$"The state machine may invoke {string.Join(", ", may)}, and invokes {string.Join(", ", does)}."];
    }

    /// <summary>The results, and the recordings wherever they are: of each bucket the objects, and whether one is
    /// missing.</summary>
    private static IEnumerable<string> RetrievalReads(RecordedProgram program)
    {
        var settings = program.Settings;
        var results = program.Of("aws:s3/bucket:Bucket")
            .Where(one => one.Name == $"{settings.Project}-{settings.Environment}-output")
            .Select(one => Graph.Reference(one, "arn"));
        var uploads = settings.Uploads
            ? new[] { $"arn:aws:s3:::{settings.Project}-{settings.Environment}-{settings.AccountId}-uploads" }
            : [];
        var recordings = $"arn:aws:s3:::{settings.RecordingsBucket}";
        string[] buckets = [.. results, recordings, .. uploads];
        string[] objects =
        [
            .. results.Select(one => one + "/*"),
            $"{recordings}/{settings.RecordingsPrefix}*",
            .. uploads.Select(one => one + "/uploads/*"),
        ];
        foreach (var (action, expected) in new[] { ("s3:GetObject", objects), ("s3:ListBucket", buckets) })
        {
            var given = ResourcesOf(program, Prefix + "retrieval", action);
            if (!given.SetEquals(expected))
            {
                yield return $"retrieval may {action} of {string.Join(", ", given)}, expected {string.Join(", ", expected)}.";
            }
        }
    }

    private static HashSet<string> ResourcesOf(RecordedProgram program, string role, string action) => program
        .Of(RolePolicy).Where(one => one.Name == role)
        .SelectMany(Policy.Statements)
        .Where(one => Policy.Texts(one, "Action").Contains(action))
        .SelectMany(one => Policy.Texts(one, "Resource"))
        .ToHashSet(StringComparer.Ordinal);
}
