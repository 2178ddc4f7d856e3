using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;
using YamlDotNet.RepresentationModel;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>What Bedrock Data Automation is asked of each call: the user's fields and outputs.</summary>
internal static class DataAutomationRules
{
    private static readonly string[] Project = ["Resources", "Project", "Properties"];
    private static readonly string[] Blueprint = ["Resources", "Blueprint", "Properties"];

    public static IEnumerable<string> The_blueprint_asks_for_the_users_fields(RecordedProgram program)
    {
        var schema = TemplateYaml.At(TemplateYaml.Of(program), [.. Blueprint, "Schema"]);
        (string, string)[] types = [("call_summary", "string"), ("call_categories", "array"), ("topics", "array")];
        foreach (var (field, type) in types)
        {
            var asked = TemplateYaml.At(schema, "properties", field);
            if (TemplateYaml.Text(TemplateYaml.At(asked, "type")) != type)
            {
                yield return $"The blueprint asks for {field} as {TemplateYaml.Text(TemplateYaml.At(asked, "type"))}, "
                    + $"expected {type}.";
            }
        }

        IEnumerable<KeyValuePair<YamlNode, YamlNode>> fields =
            TemplateYaml.At(schema, "properties") is YamlMappingNode map ? map.Children : [];
        foreach (var (name, asked) in fields)
        {
            if (TemplateYaml.Text(TemplateYaml.At(asked, "inferenceType")) is not ("inferred" or "explicit")
                || TemplateYaml.Text(TemplateYaml.At(asked, "instruction")).Length < 20)
            {
                yield return $"The blueprint does not say how {name} is found out.";
            }
        }

        if (TemplateYaml.Text(TemplateYaml.At(TemplateYaml.Of(program), [.. Blueprint, "Type"])) != "AUDIO")
        {
            yield return "The blueprint is not for audio.";
        }
    }

    public static IEnumerable<string> The_categories_are_the_users(RecordedProgram program)
    {
        var instruction = TemplateYaml.Text(TemplateYaml.At(
            TemplateYaml.Of(program), [.. Blueprint, "Schema", "properties", "call_categories", "instruction"]));
        return ((string[])["Billing", "Tech support", "Customer service"])
            .Where(category => !instruction.Contains(category, StringComparison.Ordinal))
            .Select(category => $"The blueprint does not name the category {category}.");
    }

    public static IEnumerable<string> The_project_makes_the_users_standard_outputs(RecordedProgram program)
    {
        var audio = TemplateYaml.At(TemplateYaml.Of(program), [.. Project, "StandardOutputConfiguration", "Audio"]);
        (string[] Place, string[] Types)[] wanted =
        [
            (["Extraction", "Category"], ["TRANSCRIPT", "AUDIO_CONTENT_MODERATION"]),
            (["GenerativeField"], ["AUDIO_SUMMARY", "TOPIC_SUMMARY"]),
        ];
        foreach (var (place, types) in wanted)
        {
            var there = TemplateYaml.At(audio, place);
            if (TemplateYaml.Text(TemplateYaml.At(there, "State")) != "ENABLED")
            {
                yield return $"{string.Join('.', place)} of the project is "
                    + $"{TemplateYaml.Text(TemplateYaml.At(there, "State"))}.";
            }

            var made = TemplateYaml.Texts(TemplateYaml.At(there, "Types"));
            if (!made.Order(StringComparer.Ordinal).SequenceEqual(types.Order(StringComparer.Ordinal)))
            {
                yield return $"The project makes {string.Join(", ", made)}, expected {string.Join(", ", types)}.";
            }
        }

        foreach (var label in (string[])["SpeakerLabeling", "ChannelLabeling"])
        {
            if (TemplateYaml.Text(TemplateYaml.At(
                audio, "Extraction", "Category", "TypeConfiguration", "Transcript", label, "State")) != "ENABLED")
            {
                yield return $"{label} of the project is not enabled.";
            }
        }
    }

    public static IEnumerable<string> The_project_uses_the_blueprint_in_its_live_stage(RecordedProgram program)
    {
        var blueprints = TemplateYaml.At(
            TemplateYaml.Of(program), [.. Project, "CustomOutputConfiguration", "Blueprints"]) as YamlSequenceNode;
        if (blueprints?.Count() != 1
            || TemplateYaml.Text(TemplateYaml.At(blueprints[0], "BlueprintArn")) != "!GetAtt Blueprint.BlueprintArn"
            || TemplateYaml.Text(TemplateYaml.At(blueprints[0], "BlueprintStage")) != "LIVE")
        {
            yield return $"The project uses {blueprints?.ToString() ?? "no blueprints"}, expected its own "
                + "in the stage LIVE.";
        }
    }

    public static IEnumerable<string> The_template_gives_what_the_program_takes(RecordedProgram program)
    {
        const string arn = "!Sub arn:${AWS::Partition}:bedrock:";
        (string Output, string Value)[] expected =
        [
            ("ProjectArn", "!GetAtt Project.ProjectArn"),
            ("ProfileArn", $"{arn}${{AWS::Region}}:${{AWS::AccountId}}:data-automation-profile/${{Profile}}"),
            // A request may be routed to any region of the profile's geography.
            ("RoutedProfileArns", $"{arn}*:${{AWS::AccountId}}:data-automation-profile/${{Profile}}"),
            ("JobArns", $"{arn}${{AWS::Region}}:${{AWS::AccountId}}:data-automation-invocation/*"),
        ];
        return from one in expected
               let actual = TemplateYaml.Text(TemplateYaml.At(TemplateYaml.Of(program), "Outputs", one.Output, "Value"))
               where actual != one.Value
               select $"The template's output {one.Output} is {actual}, expected {one.Value}.";
    }

    public static IEnumerable<string> The_project_is_named_after_the_stack_and_uses_the_profile_of_its_region(
        RecordedProgram program) =>
        Inputs.UnlikeOne(
            program, "aws:cloudformation/stack:Stack", null,
            ("name", Stack.Of(program, "data-automation")),
            ("parameters.Name", $"{program.Settings.Project}-{program.Settings.Environment}"),
            ("parameters.Profile", DataAutomationProfile.In(program.Settings.Region)));
}
