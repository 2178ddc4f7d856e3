using System.Globalization;
using System.IO.Compression;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Words;

/// <summary>The rows that list the words of a call, in the table of words.</summary>
internal sealed class WordLists(IAmazonDynamoDB dynamoDb, string table)
{
    public async Task<WordList> ReadAsync(CallItemKey key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = KeyOf(key), ConsistentRead = true };
        var answer = await ServiceErrors.TranslateAsync(
            $"GetItem of the words of {key}", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item is { Count: > 0 } row
            ? new WordList(
                long.Parse(row[WordAttributes.Revision].N, CultureInfo.InvariantCulture),
                Unpack(row[WordAttributes.Words].B))
            : new WordList(0, new HashSet<string>());
    }

    /// <summary>Replaces the words that were read with these.</summary>
    /// <returns>The new revision; null when another writer changed the list since: nothing was written.</returns>
    public async Task<long?> TryReplaceAsync(
        CallItemKey key, WordList seen, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        using var packed = Pack(words);
        var row = KeyOf(key);
        row[WordAttributes.Words] = new AttributeValue { B = packed };
        row[WordAttributes.Revision] = Number(seen.Revision + 1);
        var request = new PutItemRequest { TableName = table, Item = row };
        if (seen.Revision == 0)
        {
            request.ConditionExpression = "attribute_not_exists(#revision)";
        }
        else
        {
            request.ConditionExpression = "#revision = :seen";
            request.ExpressionAttributeValues = new() { [":seen"] = Number(seen.Revision) };
        }

        request.ExpressionAttributeNames = new() { ["#revision"] = WordAttributes.Revision };
        try
        {
            await ServiceErrors.TranslateAsync(
                $"PutItem of the words of {key}", () => dynamoDb.PutItemAsync(request, cancellationToken));
            return seen.Revision + 1;
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    public Task DeleteAsync(CallItemKey key, CancellationToken cancellationToken)
    {
        var request = new DeleteItemRequest { TableName = table, Key = KeyOf(key) };
        return ServiceErrors.TranslateAsync(
            $"DeleteItem of the words of {key}", () => dynamoDb.DeleteItemAsync(request, cancellationToken));
    }

    private static Dictionary<string, AttributeValue> KeyOf(CallItemKey key) => new()
    {
        [WordAttributes.Word] = new AttributeValue { S = WordAttributes.WordsOfCalls },
        [WordAttributes.Call] = new AttributeValue { S = CallSortKey.Of(key) },
    };

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static MemoryStream Pack(IEnumerable<string> words)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            // In order, similar words are neighbours and take less.
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', words.Order(StringComparer.Ordinal))));
        }

        packed.Position = 0;
        return packed;
    }

    private static HashSet<string> Unpack(MemoryStream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        return new HashSet<string>(
            text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }
}
