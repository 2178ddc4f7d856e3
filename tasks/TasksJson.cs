using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Intake;
using CallRecording.Tasks.Settlement;
using CallRecording.Tasks.Uploads;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks;

/// <summary>Everything that crosses a function's border, for serializers without reflection.</summary>
[JsonSerializable(typeof(CallReceived))]
[JsonSerializable(typeof(JobSubmitted))]
[JsonSerializable(typeof(JobSucceeded))]
[JsonSerializable(typeof(FailureCaptured))]
[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(ResultsPersisted))]
[JsonSerializable(typeof(SqsEvent))]
[JsonSerializable(typeof(SqsBatchResponse))]
[JsonSerializable(typeof(EventBridgeEvent))]
[JsonSerializable(typeof(SettlementSummary))]
[JsonSerializable(typeof(ApiRequest))]
[JsonSerializable(typeof(ApiResponse))]
[JsonSerializable(typeof(UploadsRequest))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class TasksJson : JsonSerializerContext;
