namespace Pulumi;

public sealed partial class Config
{
    private sealed class ConfigTypeException(
        string key, object? value, string expectedType, Exception? innerException = null)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {expectedType}", innerException);

    private sealed class ConfigMissingException(string key)
        : RunException(
            $"Missing Required configuration variable '{key}'\n"
            + $"\tplease set a value using the command `pulumi config set {key} <value>`");
}
