using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>What functions are told: not that they are told it, but that it is the right thing.</summary>
internal static class VariableRules
{
    private const string TableType = "aws:dynamodb/table:Table";
    private const string BucketType = "aws:s3/bucket:Bucket";
    private const string StackType = "aws:cloudformation/stack:Stack";

    public static IEnumerable<string> A_variable_names_what_it_is_called_after(RecordedProgram program)
    {
        foreach (var function in Graph.Functions(program))
        {
            foreach (var (name, value) in Graph.Variables(function).Where(one => !IsPoll(one.Key)))
            {
                if (Expected(program, name, function) is not { } expected)
                {
                    yield return $"{function.Name} is told {name}, for which this rule has no expectation.";
                }
                else if (value != expected)
                {
                    yield return $"{function.Name} is told that {name} is {value}, expected {expected}.";
                }
            }
        }
    }

    public static IEnumerable<string> When_to_ask_about_a_job_is_what_the_settings_say(RecordedProgram program)
    {
        foreach (var function in Graph.Functions(program))
        {
            foreach (var (name, value) in Graph.Variables(function).Where(one => IsPoll(one.Key)))
            {
                var setting = string.Concat(name["POLL_".Length..].Split('_')
                    .Select(word => word switch
                    {
                        "MAXIMUM" => "Max",
                        "MINIMUM" => "Min",
                        _ => word[..1] + word[1..].ToLowerInvariant(),
                    }));
                var expected = Convert.ToString(
                    program.Settings.Polling.GetType().GetProperty(setting)?.GetValue(program.Settings.Polling),
                    CultureInfo.InvariantCulture);
                if (value != expected)
                {
                    yield return $"{function.Name} is told that {name} is {value}, expected {setting}, "
                        + $"which is {expected}.";
                }
            }
        }
    }

    private static bool IsPoll(string name) => name.StartsWith("POLL_", StringComparison.Ordinal);

    private static string? Expected(RecordedProgram program, string name, Registration function)
    {
        var settings = program.Settings;
        return name switch
        {
            // The function's own name in the definition and in tasks; EnvironmentRules has the rest.
            "FUNCTION" => HandlerOf(function),
            "DYNAMODB_TABLE_NAME" => Stack.Reference(program, TableType, Stack.Of(program, "call-recordings"), "name"),
            "WORDS_TABLE_NAME" => Stack.Reference(program, TableType, Stack.Of(program, "call-words"), "name"),
            "S3_OUTPUT_BUCKET" => Stack.Reference(program, BucketType, Stack.Of(program, "output"), "id"),
            "UPLOADS_BUCKET" => Stack.Reference(program, BucketType, Stack.Uploads(program), "id"),
            "STATE_MACHINE_ARN" => Stack.Reference(program, "aws:sfn/stateMachine:StateMachine", Stack.Machine, "arn"),
            "TOPIC_ARN" => Stack.Reference(program, "aws:sns/topic:Topic", Stack.Topic, "arn"),
            "BEDROCK_PROJECT_ARN" =>
                Stack.Reference(program, StackType, Stack.Prefix + "data-automation", "outputs.ProjectArn"),
            "BEDROCK_PROFILE_ARN" =>
                Stack.Reference(program, StackType, Stack.Prefix + "data-automation", "outputs.ProfileArn"),
            // The user's: the project's LIVE stage.
            "BEDROCK_PROJECT_STAGE" => "LIVE",
            "BEDROCK_KMS_KEY_ARN" => Stack.Key(program),
            "PAGE_TOKEN_KEY" =>
                Digest(Stack.Reference(program, "aws:apigateway/apiKey:ApiKey", Stack.Prefix + "tokens", "value")),
            "ALLOWED_ORIGINS" =>
                settings.AllowedOrigins.Count == 0 ? "none" : string.Join(' ', settings.AllowedOrigins),
            "SETTLE_AFTER_SECONDS" => settings.SettleAfterSeconds.ToString(CultureInfo.InvariantCulture),
            "AUDIO_MINUTE_DOLLARS" => settings.AudioMinuteDollars.ToString(CultureInfo.InvariantCulture),
            "MAX_RESULT_BYTES" => settings.MaxResultBytes.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static string? HandlerOf(Registration function) => function.Text("name")[Stack.Prefix.Length..] switch
    {
        "starter" => "Starter",
        "transcription" => "InvokeDataAutomation",
        "status" => "GetJobStatus",
        "persistence" => "PersistResults",
        "failure" => "RecordFailure",
        "settlement" => "Settlement",
        "retrieval" => "Retrieval",
        "uploads" => "Uploads",
        _ => null,
    };

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
