using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>Executions, newest first.</summary>
internal sealed class ListExecutions(MachineIdentity machine, ExecutionStore store)
{
    /// <summary>A filter AWS knows and that never matches here: it belongs to Map runs.</summary>
    private const string PendingRedrive = "PENDING_REDRIVE";

    public JsonObject Answer(InputReader members)
    {
        CheckMachine(members);
        var status = members.OneOf(
            "statusFilter", "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", PendingRedrive);
        var redrive = members.OneOf("redriveFilter", "REDRIVEN", "NOT_REDRIVEN");
        var size = members.PageSize();
        var listing = $"ListExecutions {status} {redrive}";
        var before = NextToken.Read(members.Text("nextToken"), listing) ?? long.MaxValue;
        if (status is PendingRedrive)
        {
            return new JsonObject { ["executions"] = new JsonArray() };
        }

        var filter = new ExecutionFilter(
            status is null ? null : ExecutionStatuses.Parse(status),
            redrive is null ? null : redrive is "REDRIVEN");
        // One more than asked for says whether there is a next page.
        var found = store.List(filter, before, size + 1);
        var answer = new JsonObject { ["executions"] = new JsonArray([.. found.Take(size).Select(ToWire)]) };
        if (found.Count > size)
        {
            answer["nextToken"] = NextToken.Write(listing, found[size - 1].Sequence);
        }

        return answer;
    }

    private void CheckMachine(InputReader members)
    {
        if (members.Text("mapRunArn") is { } run)
        {
            throw new AwsFault("ResourceNotFound", $"Map Run Does Not Exist: '{run}'");
        }

        Arns.CheckMachine(members.Arn("stateMachineArn"), machine);
    }

    private JsonObject ToWire(ExecutionListItem item)
    {
        var json = new JsonObject
        {
            ["executionArn"] = machine.ExecutionArn(item.Name),
            ["stateMachineArn"] = machine.Arn,
            ["name"] = item.Name,
            ["status"] = item.Status.Word(),
            ["startDate"] = item.StartTime.ToWire(),
            ["redriveCount"] = item.RedriveCount,
        };
        if (item.StopTime is { } stopped)
        {
            json["stopDate"] = stopped.ToWire();
        }

        if (item.RedriveTime is { } redriven)
        {
            json["redriveDate"] = redriven.ToWire();
        }

        return json;
    }
}
