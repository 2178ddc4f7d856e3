using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Workflow;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks.Results;

/// <summary>A job's results as attributes of the call's item. What would take the item past its bound stays in
/// results.json alone, and the item says so: nothing is cut.</summary>
internal static class ResultAttributes
{
    /// <summary>Bound of results and metadata in an item, under DynamoDB's 400 KB: the rest is for the call's own
    /// attributes and for what a failure adds.</summary>
    public const int MaxBytes = 350 * 1000;

    /// <summary>Every attribute that results may set; one that new results lack is removed.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CallAttributes.Transcript, CallAttributes.AudioSummary, CallAttributes.TopicSummary, CallAttributes.Moderation,
        CallAttributes.CallSummary, CallAttributes.CallCategories, CallAttributes.Topics, CallAttributes.Inference,
        CallAttributes.Language, CallAttributes.DurationSeconds, CallAttributes.ResultsVersion,
        CallAttributes.OnlyInResults, CallAttributes.WordsNotIndexed,
    ];

    // The longest first; what lists and summaries need goes last.
    private static readonly string[] LeftOutFirst =
    [
        CallAttributes.Transcript, CallAttributes.Moderation, CallAttributes.Inference, CallAttributes.TopicSummary,
        CallAttributes.AudioSummary, CallAttributes.CallSummary, CallAttributes.Topics, CallAttributes.CallCategories,
    ];

    /// <param name="metadata">The publisher's, which is in the item already and leaves the results the less
    /// room.</param>
    public static IReadOnlyDictionary<string, AttributeValue> Of(
        CallResults results, S3Uri manifest, S3Uri document, string? version, JsonObject? metadata)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [CallAttributes.OutputUri] = new AttributeValue { S = manifest.ToString() },
            [CallAttributes.ResultsUri] = new AttributeValue { S = document.ToString() },
        };
        Add(attributes, results);
        if (version is not null)
        {
            attributes[CallAttributes.ResultsVersion] = new AttributeValue { S = version };
        }

        return Fit(attributes, MaxBytes - SizeOf(metadata));
    }

    /// <summary>The same, with what is known once the words are indexed.</summary>
    /// <param name="costDollars">Null when the length of the recording is unknown.</param>
    public static IReadOnlyDictionary<string, AttributeValue> With(
        this IReadOnlyDictionary<string, AttributeValue> results, int wordsNotIndexed, decimal? costDollars)
    {
        var attributes = new Dictionary<string, AttributeValue>(results, StringComparer.Ordinal);
        if (wordsNotIndexed > 0)
        {
            attributes[CallAttributes.WordsNotIndexed] = Number(wordsNotIndexed);
        }

        if (costDollars is { } dollars)
        {
            attributes[CallAttributes.CostDollars] = Number(dollars);
        }

        return attributes;
    }

    private static void Add(Dictionary<string, AttributeValue> attributes, CallResults results)
    {
        attributes[CallAttributes.Transcript] = new AttributeValue { S = results.Transcript };
        AddText(attributes, CallAttributes.AudioSummary, results.AudioSummary);
        AddText(attributes, CallAttributes.Language, results.Language);
        AddText(attributes, CallAttributes.CallSummary, results.CallSummary);
        attributes[CallAttributes.CallCategories] = Texts(results.CallCategories);
        attributes[CallAttributes.Topics] = Texts(results.Topics);
        attributes[CallAttributes.TopicSummary] = AttributeJson.ToAttribute(results.TopicSummaryJson());
        attributes[CallAttributes.Moderation] = AttributeJson.ToAttribute(results.ModerationJson());
        if (results.Inference is not null)
        {
            attributes[CallAttributes.Inference] = AttributeJson.ToAttribute(results.Inference);
        }

        if (results.DurationSeconds is { } seconds)
        {
            attributes[CallAttributes.DurationSeconds] = Number(seconds);
        }
    }

    private static void AddText(Dictionary<string, AttributeValue> attributes, string name, string? text)
    {
        if (text is not null)
        {
            attributes[name] = new AttributeValue { S = text };
        }
    }

    private static AttributeValue Texts(IReadOnlyList<string> texts) =>
        new() { L = [.. texts.Select(text => new AttributeValue { S = text })] };

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static int SizeOf(JsonObject? metadata) =>
        metadata is null ? 0 : ItemSize.Of(AttributeJson.ToAttribute(metadata));

    private static Dictionary<string, AttributeValue> Fit(Dictionary<string, AttributeValue> attributes, int maxBytes)
    {
        var leftOut = new List<AttributeValue>();
        foreach (var attribute in LeftOutFirst)
        {
            if (ItemSize.Of(attributes) <= maxBytes)
            {
                break;
            }

            if (attributes.Remove(attribute))
            {
                leftOut.Add(new AttributeValue { S = attribute });
            }
        }

        if (leftOut.Count > 0)
        {
            attributes[CallAttributes.OnlyInResults] = new AttributeValue { L = leftOut };
        }

        return attributes;
    }
}
