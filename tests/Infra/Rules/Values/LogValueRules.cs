using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>Where each function and service logs, in which form, and for how long it is kept.</summary>
internal static class LogValueRules
{
    private const string GroupType = "aws:cloudwatch/logGroup:LogGroup";

    public static IEnumerable<string> Logs_are_kept_for_the_days_of_the_settings(RecordedProgram program) =>
        program.Of(GroupType)
            .SelectMany(group => Inputs.Unlike(group, ("retentionInDays", program.Settings.LogRetentionDays)));

    public static IEnumerable<string> Logs_are_encrypted_with_the_key_of_the_settings(RecordedProgram program) =>
        program.Of(GroupType).SelectMany(group => Inputs.Unlike(
            group, ("kmsKeyId", program.Settings.Encryption is EncryptionMode.Kms ? Stack.Key(program) : null)));

    /// <summary>The lines REPORT, which say that an invocation was cut off, are of level INFO.</summary>
    public static IEnumerable<string> Functions_keep_the_lines_in_which_Lambda_reports(RecordedProgram program) =>
        Graph.Functions(program)
            .SelectMany(function => Inputs.Unlike(function, ("loggingConfig.systemLogLevel", "INFO")));

    /// <summary>The user's names.</summary>
    public static IEnumerable<string> A_function_logs_into_the_group_that_has_its_name(RecordedProgram program)
    {
        foreach (var function in Graph.Functions(program))
        {
            var group = Inputs.At(function, "loggingConfig.logGroup") is string value
                ? Targets.Of(program, value, GroupType, "name", "id")?.Text("name") ?? value
                : "no group";
            if (group != $"/aws/lambda/{function.Text("name")}")
            {
                yield return $"{function.Name} logs into {group}.";
            }
        }
    }

    public static IEnumerable<string> Functions_log_JSON_from_level_INFO_on(RecordedProgram program) =>
        Graph.Functions(program).SelectMany(function => Inputs.Unlike(
            function, ("loggingConfig.logFormat", "JSON"), ("loggingConfig.applicationLogLevel", "INFO"),
            ("tracingConfig.mode", "Active")));

    public static IEnumerable<string> The_state_machine_logs_its_errors_without_what_callers_said(
        RecordedProgram program) => Inputs.UnlikeOne(
            program, "aws:sfn/stateMachine:StateMachine", Stack.Machine,
            ("loggingConfiguration.level", "ERROR"), ("loggingConfiguration.includeExecutionData", false),
            ("loggingConfiguration.logDestination", $"{Stack.Reference(program, GroupType, Stack.Machine, "arn")}:*"),
            ("tracingConfiguration.enabled", true));

    public static IEnumerable<string> The_groups_have_the_names_that_services_and_the_user_give(
        RecordedProgram program) =>
    [
        .. Inputs.UnlikeOne(program, GroupType, Stack.Api, ("name", $"/aws/apigateway/{Stack.Api}")),
        // API Gateway's own name, so that it does not make a group that is kept for ever.
        .. Inputs.UnlikeOne(
            program, GroupType, $"{Stack.Api}-execution",
            ("name", $"API-Gateway-Execution-Logs_{Api(program)}/{program.Settings.Environment}")),
        // Groups with this start need no policy of their own.
        .. Inputs.UnlikeOne(program, GroupType, Stack.Machine, ("name", $"/aws/vendedlogs/states/{Stack.Machine}")),
    ];

    private static string Api(RecordedProgram program) =>
        Stack.Reference(program, "aws:apigateway/restApi:RestApi", Stack.Api, "id");
}
