using System.Globalization;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The variables a function's process starts with: Lambda's, and nothing of the user's AWS settings.</summary>
internal static class FunctionEnvironment
{
    // What a program needs to start at all.
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "SystemRoot",
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64",
    ];

    public static Dictionary<string, string> Create(
        FunctionDefinition function, string runtimeApi, string instance, string executable, DateTimeOffset now)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["_HANDLER"] = function.Handler,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMb.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] =
                string.Create(CultureInfo.InvariantCulture, $"{now:yyyy'/'MM'/'dd}/[$LATEST]{instance}"),
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_REGION"] = EmulatedAccount.Region,
            ["AWS_DEFAULT_REGION"] = EmulatedAccount.Region,
            // The emulators accept any key; a proxy in front of them identifies the function by it, as AWS does by its
            // role.
            ["AWS_ACCESS_KEY_ID"] = function.Name,
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(executable) ?? string.Empty,
            ["TZ"] = ":UTC",
        };
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                environment[name] = value;
            }
        }

        foreach (var (name, value) in function.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
