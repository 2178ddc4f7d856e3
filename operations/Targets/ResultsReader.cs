using System.Runtime.CompilerServices;
using Amazon.S3.Model;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Operations.Targets;

/// <summary>The bucket of results: one folder for each call id, and in it results.json once there are
/// results.</summary>
internal sealed class ResultsReader(StackTarget target, string name)
{
    public string Name => name;

    /// <summary>The bucket of that stack: the only one whose name begins as it must.</summary>
    /// <exception cref="CommandException">There is none, or more than one.</exception>
    public static async Task<ResultsReader> FindAsync(StackTarget target, CancellationToken cancellationToken)
    {
        var names = target.Names;
        if (names.IsResultsWhole)
        {
            return new ResultsReader(target, names.Results);
        }

        var answer = await target.RetryPolicy.AskAsync(
            "ListBuckets", () => target.S3.ListBucketsAsync(cancellationToken), cancellationToken);
        var found = (answer.Buckets ?? [])
            .Select(bucket => bucket.BucketName)
            .Where(bucket => bucket.StartsWith(names.Results, StringComparison.Ordinal))
            .ToList();
        return found.Count switch
        {
            0 => throw new CommandException($"there is no bucket called {names.Results}…: is {target.Name} deployed?"),
            1 => new ResultsReader(target, found[0]),
            _ => throw new CommandException(
                $"{found.Count} buckets are called {names.Results}…, expected one: {string.Join(", ", found)}"),
        };
    }

    /// <summary>Where the results.json of each call id is, should it have one.</summary>
    public async IAsyncEnumerable<S3Uri> ResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = name, Delimiter = "/" };
        await foreach (var page in target.ListAsync(request, cancellationToken))
        {
            foreach (var folder in page.CommonPrefixes ?? [])
            {
                yield return new S3Uri(name, folder + CallKey.Results);
            }
        }
    }
}
