using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The error JSON that Lambda writes when the function could not write its own.</summary>
internal static class FunctionErrors
{
    // .NET, like a shell, reports death by signal N as exit code 128 + N.
    private static readonly Dictionary<int, string> Signals = new()
    {
        [129] = "hangup",
        [130] = "interrupt",
        [134] = "aborted",
        [137] = "killed",
        [139] = "segmentation fault",
        [143] = "terminated",
    };

    public static bool IsSignal(int exitCode) => Signals.ContainsKey(exitCode);

    public static byte[] TimedOut(string requestId, TimeSpan limit) => Document(
        "Sandbox.Timedout",
        string.Create(
            CultureInfo.InvariantCulture,
            $"RequestId: {requestId} Error: Task timed out after {limit.TotalSeconds:0.00} seconds"));

    public static byte[] Exited(string requestId, int exitCode) =>
        Document("Runtime.ExitError", $"RequestId: {requestId} Error: {Reason(exitCode)}");

    public static byte[] NotStarted(string requestId, string reason) =>
        Document("Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: {reason}");

    public static byte[] ResponseTooLarge(int sizeBytes) => Document(
        "Function.ResponseSizeTooLarge",
        $"Response payload size ({sizeBytes} bytes) exceeded maximum allowed payload size "
        + $"({PayloadLimits.Response} bytes).");

    private static byte[] Document(string type, string message) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["errorType"] = type, ["errorMessage"] = message });

    private static string Reason(int exitCode) => exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        _ when Signals.TryGetValue(exitCode, out var signal) => $"Runtime exited with error: signal: {signal}",
        _ => $"Runtime exited with error: exit status {exitCode}",
    };
}
