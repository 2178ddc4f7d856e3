using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Words;

/// <summary>Keeps the index of words as the items of calls are: a call's words are those of the results that its item
/// has.</summary>
internal sealed class CallIndexing(CallItems items, ResultFiles files, CallWordIndex index)
{
    private const int MaxRounds = 5;

    /// <summary>Before the item has the results, so that a call is found as soon as it is listed with them.</summary>
    /// <returns>For <see cref="SettleAsync"/>.</returns>
    public Task<long> AddAsync(Call call, CallWords words, CancellationToken cancellationToken) =>
        index.AddAsync(CallItemKey.Of(call), words.Words, [], cancellationToken);

    /// <summary>Called once the item has its results, from this or another execution: deletes the words that are not
    /// of these results, and writes again those that another execution of the call overwrote.</summary>
    /// <param name="manifest">The manifest of the job that found the words.</param>
    /// <param name="added">What adding them returned; null when they were not added.</param>
    public async Task SettleAsync(
        Call call, S3Uri manifest, CallWords words, long? added, CancellationToken cancellationToken)
    {
        var key = CallItemKey.Of(call);
        for (var round = 1; round <= MaxRounds; round++)
        {
            var (hasItem, current) = await items.FindResultsAsync(call, cancellationToken);
            var mine = current == manifest;
            var truth = mine ? words
                : hasItem ? await WordsOfAsync(call, current, cancellationToken)
                : CallWords.None;
            var revision = mine && round == 1 && added is { } before
                ? before
                : await index.AddAsync(key, truth.Words, words.Words, cancellationToken);
            if (await index.TryFinishAsync(key, truth.Words, revision, cancellationToken))
            {
                return;
            }
        }

        throw new TransientServiceException(
            $"Another execution wrote the words of call {call.CallId} each time, {MaxRounds} times.");
    }

    // Without results it has those of its id: the execution that will have more adds them.
    private async Task<CallWords> WordsOfAsync(Call call, S3Uri? manifest, CancellationToken cancellationToken) =>
        manifest is null
            ? CallWords.OfCallId(call.CallId)
            : CallWords.Of(call.CallId, await files.ReadJobAsync(manifest, cancellationToken));
}
