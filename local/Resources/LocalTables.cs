using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Emulators.Node;

namespace CallRecording.Local.Resources;

/// <summary>Tables of the emulator: made, copied and removed, each time until it is done.</summary>
internal sealed class LocalTables(IAmazonDynamoDB dynamoDb)
{
    private const int MaxAttempts = 600;
    private const int MaxPages = 1_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>The table as it is, which may be another one's work.</returns>
    public async Task<TableDescription> EnsureAsync(CreateTableRequest definition, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.CreateTableAsync(definition, cancellationToken);
        }
        catch (ResourceInUseException)
        {
            // There already, perhaps with other indexes.
        }

        // Until it is active, and its indexes too, a table answers that it is not there.
        return await UntilAsync(definition.TableName, "active", IsActive, cancellationToken)
            ?? throw new EmulatorException($"The table {definition.TableName} went away while it was made.");
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) is not null;

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        await dynamoDb.DeleteTableAsync(name, cancellationToken);
        await UntilAsync(name, "gone", table => table is null, cancellationToken);
    }

    /// <param name="change">Changes each row before it is written.</param>
    public async Task CopyRowsAsync(
        string from, string to, Action<Dictionary<string, AttributeValue>> change, CancellationToken cancellationToken)
    {
        Dictionary<string, AttributeValue>? after = null;
        for (var page = 1; page <= MaxPages; page++)
        {
            var rows = await dynamoDb.ScanAsync(
                new ScanRequest { TableName = from, ExclusiveStartKey = after, ConsistentRead = true },
                cancellationToken);
            foreach (var row in rows.Items ?? [])
            {
                change(row);
                await dynamoDb.PutItemAsync(to, row, cancellationToken);
            }

            after = rows.LastEvaluatedKey;
            if (after is not { Count: > 0 })
            {
                return;
            }
        }

        throw new EmulatorException($"The table {from} has more than {MaxPages} pages.");
    }

    private async Task<TableDescription?> UntilAsync(
        string name, string what, Predicate<TableDescription?> isIt, CancellationToken cancellationToken)
    {
        using var pauses = new PeriodicTimer(Pause);
        for (var look = 1; look <= MaxAttempts; look++)
        {
            var table = await FindAsync(name, cancellationToken);
            if (isIt(table))
            {
                return table;
            }

            await pauses.WaitForNextTickAsync(cancellationToken);
        }

        throw new EmulatorException($"The table {name} is not {what} after {MaxAttempts} looks at it.");
    }

    private async Task<TableDescription?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await dynamoDb.DescribeTableAsync(name, cancellationToken)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private static bool IsActive(TableDescription? table) =>
        table?.TableStatus == TableStatus.ACTIVE
        && (table.GlobalSecondaryIndexes ?? []).TrueForAll(index => index.IndexStatus == IndexStatus.ACTIVE);
}
