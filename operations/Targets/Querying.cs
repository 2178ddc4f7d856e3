using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Operations.Targets;

/// <summary>All items that a question of a stack's table finds, page by page.</summary>
internal static class Querying
{
    public static async IAsyncEnumerable<Dictionary<string, AttributeValue>> QueryAsync(
        this StackTarget target, QueryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await target.RetryPolicy.AskAsync(
                $"Query {request.TableName}",
                () => target.DynamoDb.QueryAsync(request, cancellationToken),
                cancellationToken);
            foreach (var item in page.Items ?? [])
            {
                yield return item;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey is { Count: > 0 } last ? last : null;
        }
        while (request.ExclusiveStartKey is not null);
    }
}
