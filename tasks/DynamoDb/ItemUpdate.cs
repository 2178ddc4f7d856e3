using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.DynamoDb;

/// <summary>Builds one UpdateItem: every name and value by placeholder, so that no attribute clashes with a reserved
/// word.</summary>
internal sealed class ItemUpdate(string table, CallItemKey key)
{
    private readonly List<string> sets = [];
    private readonly List<string> removes = [];
    private readonly List<string> additions = [];
    private readonly List<string> conditions = [];
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, AttributeValue> values = [];

    public ItemUpdate Set(string attribute, string? value) =>
        value is null ? this : Set(attribute, new AttributeValue { S = value });

    public ItemUpdate Set(string attribute, AttributeValue value)
    {
        sets.Add($"{Name(attribute)} = {Value(value)}");
        return this;
    }

    public ItemUpdate Set(IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        foreach (var (attribute, value) in attributes)
        {
            Set(attribute, value);
        }

        return this;
    }

    public ItemUpdate SetOnce(string attribute, string value)
    {
        var name = Name(attribute);
        sets.Add($"{name} = if_not_exists({name}, {Value(new AttributeValue { S = value })})");
        return this;
    }

    /// <summary>The text becomes one of a set of texts, should it not be.</summary>
    public ItemUpdate Add(string attribute, string text)
    {
        additions.Add($"{Name(attribute)} {Value(new AttributeValue { SS = [text] })}");
        return this;
    }

    public ItemUpdate Remove(params IEnumerable<string> attributes)
    {
        removes.AddRange(attributes.Select(Name));
        return this;
    }

    /// <summary>One of these must hold; given again, one of those as well.</summary>
    public ItemUpdate When(params IEnumerable<string> alternatives)
    {
        conditions.Add($"({string.Join(" OR ", alternatives)})");
        return this;
    }

    public string IsAbsent(string attribute) => $"attribute_not_exists({Name(attribute)})";

    public string Is(string attribute, string value) => Compare(attribute, "=", value);

    public string IsThere(string attribute) => $"attribute_exists({Name(attribute)})";

    public string IsNot(string attribute, string value) => Compare(attribute, "<>", value);

    public string IsBefore(string attribute, string value) => Compare(attribute, "<", value);

    public string IsAtLeast(string attribute, string value) => Compare(attribute, ">=", value);

    public UpdateItemRequest ToRequest() => new()
    {
        TableName = table,
        Key = key.ToAttributes(),
        UpdateExpression = string.Join(' ', Clauses()),
        ConditionExpression = conditions.Count == 0 ? null : string.Join(" AND ", conditions),
        ExpressionAttributeNames = names,
        ExpressionAttributeValues = values,
    };

    /// <returns>False when its conditions do not hold: nothing was written.</returns>
    /// <param name="what">For the errors: the operation and the thing.</param>
    public async Task<bool> TryWriteAsync(IAmazonDynamoDB dynamoDb, string what, CancellationToken cancellationToken)
    {
        try
        {
            await ServiceErrors.TranslateAsync(what, () => dynamoDb.UpdateItemAsync(ToRequest(), cancellationToken));
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private IEnumerable<string> Clauses()
    {
        yield return "SET " + string.Join(", ", sets);
        if (removes.Count > 0)
        {
            yield return "REMOVE " + string.Join(", ", removes);
        }

        if (additions.Count > 0)
        {
            yield return "ADD " + string.Join(", ", additions);
        }
    }

    private string Compare(string attribute, string comparison, string value) =>
        $"{Name(attribute)} {comparison} {Value(new AttributeValue { S = value })}";

    private string Name(string attribute)
    {
        var placeholder = "#" + attribute;
        names[placeholder] = attribute;
        return placeholder;
    }

    private string Value(AttributeValue value)
    {
        var placeholder = string.Create(CultureInfo.InvariantCulture, $":v{values.Count}");
        values.Add(placeholder, value);
        return placeholder;
    }
}
