namespace Pulumi;

/// <summary>
/// Messages to the engine. Under mocks they are dropped, except that an error fails the test, as with the package.
/// </summary>
public static class Log
{
    public static void Info(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Instance;

    public static void Warn(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Instance;

    public static void Error(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Required.Runner.LogError(message);
}
