using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Lambda;

/// <summary>A function as ListFunctions and GetFunction show it.</summary>
internal static class FunctionDescription
{
    public static JsonObject Of(FunctionDefinition function) => new()
    {
        ["FunctionName"] = function.Name,
        ["FunctionArn"] = EmulatedAccount.FunctionArn(function.Name),
        ["Runtime"] = "provided.al2023",
        ["Handler"] = function.Handler,
        ["Timeout"] = (int)Math.Ceiling(function.Timeout.TotalSeconds),
        ["MemorySize"] = function.MemoryMb,
        ["Version"] = "$LATEST",
        ["PackageType"] = "Zip",
        ["State"] = "Active",
        ["LastUpdateStatus"] = "Successful",
    };
}
