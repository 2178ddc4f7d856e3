using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Api;

/// <summary>Finds calls by filters, in the index that fits: a page of a list or of an export.</summary>
internal sealed class CallFinder(CallReader calls, CallSearch search)
{
    /// <summary>A page of the calls that a filter allows, newest first; no more than an answer holds.</summary>
    /// <param name="whole">With transcripts and all that lists leave out.</param>
    public async Task<CallPage> FindAsync(
        CallFilter filter, int limit, string? after, bool whole, CancellationToken cancellationToken)
    {
        var page = filter.Terms.Count > 0
            ? await search.FindAsync(filter, limit, after, ListedAttributes.All, cancellationToken)
            : await calls.ListAsync(filter, limit, after, cancellationToken);
        return whole
            ? await calls.WholeAsync(page, new ResponseSize().TryAdd, cancellationToken)
            : ResponseSize.Fit(page);
    }
}
