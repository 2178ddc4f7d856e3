using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>Which code who meets: executions the version that they started with, callers what was deployed
/// last.</summary>
internal static class VersionRules
{
    private const string FunctionType = "aws:lambda/function:Function";
    private const string AliasType = "aws:lambda/alias:Alias";

    public static IEnumerable<string> Each_deployment_publishes_a_version(RecordedProgram program) =>
        program.Of(FunctionType).SelectMany(function => Inputs.Unlike(function, ("publish", true)));

    /// <summary>$LATEST and aliases move under executions that run.</summary>
    public static IEnumerable<string> The_definition_names_versions(RecordedProgram program) =>
        from task in Graph.Tasks(program)
        where Targets.Of(program, task.Value, FunctionType, "qualified_arn") is null
        select $"{task.Key} calls {task.Value}, which is no version of a function.";

    public static IEnumerable<string> Callers_without_a_version_go_by_the_alias(RecordedProgram program) =>
    [
        .. program.Of("aws:lambda/eventSourceMapping:EventSourceMapping")
            .Where(source => Targets.Of(program, source.Text("functionName"), AliasType, "arn") is null)
            .Select(source => $"{source.Name} invokes {source.Text("functionName")}, which is no alias."),
        .. program.Of("aws:cloudwatch/eventTarget:EventTarget")
            .Where(target => Targets.Of(program, target.Text("arn"), AliasType, "arn") is null)
            .Select(target => $"{target.Name} invokes {target.Text("arn")}, which is no alias."),
    ];

    public static IEnumerable<string> The_alias_is_what_was_deployed_last(RecordedProgram program)
    {
        foreach (var alias in program.Of(AliasType))
        {
            var function = Targets.Of(program, alias.Text("functionName"), FunctionType, "function_name", "arn", "id");
            var version = Targets.Of(program, alias.Text("functionVersion"), FunctionType, "version");
            if (alias.Text("name") != "live"
                || function is null || function != version || alias.Inputs.ContainsKey("routingConfig"))
            {
                yield return $"{alias.Name} is {alias.Text("name")} of {alias.Text("functionName")} in version "
                    + $"{alias.Text("functionVersion")}.";
            }
        }
    }

    public static IEnumerable<string> Functions_run_in_the_network_of_the_settings(RecordedProgram program)
    {
        var vpc = program.Settings.Vpc;
        return program.Of(FunctionType).SelectMany(function => Inputs.Unlike(
            function,
            ("vpcConfig.subnetIds", vpc?.SubnetIds), ("vpcConfig.securityGroupIds", vpc?.SecurityGroupIds)));
    }
}
