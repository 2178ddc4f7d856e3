using System.Globalization;
using CallRecording.Operations.Targets;
using CallRecording.Tasks;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Results;

namespace CallRecording.Operations.Rebuilding;

/// <summary>Makes items again from results. It does what the last state of an execution does, for one that started
/// before all others: an item that is there stays as it is, and a later execution takes a rebuilt one over.</summary>
internal sealed class Rebuilder(StackTarget target, ResultsReader bucket)
{
    private const string Beginning = "1970-01-01T00:00:00.000Z";

    private readonly StoredResults stored = new(target.S3);

    private readonly PersistResults persisting = PersistResults.Create(
        target.DynamoDb,
        target.Table,
        target.Names.Words,
        target.S3,
        bucket.Name,
        PersistResults.MaxResultBytes,
        target.AudioMinuteDollars);

    /// <returns>Null where there are no results.</returns>
    public async Task<RecordedCall?> ReadAsync(S3Uri results, CancellationToken cancellationToken) =>
        (await stored.FindAsync(results, version: null, cancellationToken))?.Call;

    /// <returns>False when its item was there.</returns>
    public async Task<bool> RebuildAsync(RecordedCall recorded, CancellationToken cancellationToken)
    {
        var call = new Call
        {
            CallId = recorded.CallId,
            AudioS3Uri = recorded.Audio.ToString(),
            Timestamp = CallTimestamp.Format(recorded.Timestamp),
            Metadata = recorded.Metadata,
            Job = new Job
            {
                InvocationArn = "rebuilt",
                Outcome = JobOutcome.Succeeded,
                Status = "Success",
                WaitSeconds = 1,
                WaitedSeconds = 0,
                Submissions = 1,
                SubmittedAt = Beginning,
                ManifestS3Uri = recorded.Output.ToString(),
            },
        };
        var execution = new ExecutionReference(
            string.Create(CultureInfo.InvariantCulture, $"rebuilt:{recorded.Hash}:{recorded.EpochSeconds}"), Beginning);
        return !(await persisting.PersistAsync(call, execution, cancellationToken)).Superseded;
    }
}
