using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Emulators.StepFunctions.Running;

namespace CallRecording.Emulators.EventBridge;

/// <summary>The detail of "Step Functions Execution Status Change", made of what DescribeExecution answers.</summary>
internal static class StatusChangeDetail
{
    /// <summary>Input and output escaped, together: beyond it the service leaves the input out.</summary>
    private const int MaxDataBytes = 248 * 1024;

    private static readonly string[] AsTheyAre =
    [
        "executionArn", "stateMachineArn", "name", "redriveStatus", "redriveStatusReason",
    ];

    /// <param name="execution">As it is now: it may have gone on since.</param>
    public static JsonObject Of(JsonObject execution, StatusChange change)
    {
        var detail = new JsonObject();
        foreach (var member in AsTheyAre)
        {
            detail[member] = execution[member]?.DeepClone();
        }

        detail["status"] = change.Status.Word();
        detail["error"] = change.Error;
        detail["cause"] = change.Cause;
        detail["redriveCount"] = change.RedriveCount;
        // The API has seconds, events have milliseconds.
        detail["startDate"] = Milliseconds(execution["startDate"]);
        detail["stopDate"] = change.At.ToUnixTimeMilliseconds();
        detail["redriveDate"] = change.RedriveTime?.ToUnixTimeMilliseconds();
        AddData(detail, execution);
        return detail;
    }

    private static void AddData(JsonObject detail, JsonObject execution)
    {
        var included = Bytes(execution["input"]) + Bytes(execution["output"]) <= MaxDataBytes;
        detail["input"] = included ? execution["input"]?.DeepClone() : null;
        detail["inputDetails"] = new JsonObject { ["included"] = included };
        detail["output"] = null;
        detail["outputDetails"] = null;
    }

    private static int Bytes(JsonNode? data) => data is null ? 0 : Encoding.UTF8.GetByteCount(data.ToJsonString());

    private static JsonNode? Milliseconds(JsonNode? seconds) =>
        seconds is null ? null : (long)Math.Round(seconds.GetValue<double>() * 1000);
}
