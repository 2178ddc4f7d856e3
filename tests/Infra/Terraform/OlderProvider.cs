using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>What the plan's provider, 5.100.0, does not know yet, in the words that it does know.</summary>
internal static class OlderProvider
{
    /// <param name="json">A resource, which is changed.</param>
    /// <returns>What it has no words for.</returns>
    public static IEnumerable<string> Translate(string terraformType, JsonObject json) => terraformType switch
    {
        "aws_lambda_function" => Runtime(json),
        "aws_dynamodb_table" => (json["global_secondary_index"] as JsonArray ?? [])
            .SelectMany(index => IndexKeys(index!.AsObject())).ToList(),
        _ => [],
    };

    /// <summary>Known from provider 6.27 on; that the program says dotnet10 is asserted by itself.</summary>
    private static IEnumerable<string> Runtime(JsonObject function)
    {
        if ((string?)function["runtime"] == "dotnet10")
        {
            function["runtime"] = "dotnet8";
        }

        return [];
    }

    /// <summary>An index had one key of each type before it had a schema of them.</summary>
    private static IEnumerable<string> IndexKeys(JsonObject index)
    {
        if (!index.Remove("key_schema", out var keys))
        {
            yield break;
        }

        foreach (var key in keys!.AsArray())
        {
            var attribute = (string?)key!["attribute_name"];
            var name = (string?)key["key_type"] switch { "HASH" => "hash_key", "RANGE" => "range_key", _ => null };
            if (name is null || !index.TryAdd(name, attribute))
            {
                yield return $"key_schema of {index["name"]}: {key.ToJsonString()}";
            }
        }
    }
}
