using System.Collections;
using System.Text.Json;
using Amazon;

namespace AwsJson;

/// <summary>Members of a request: what is null is left out.</summary>
internal static class JsonWriting
{
    public static void Put(this Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Put(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void Put(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Put(this Utf8JsonWriter json, string name, Dictionary<string, string> values)
    {
        if (Unset(values))
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    public static void Put<T>(this Utf8JsonWriter json, string name, T value, Action<T, Utf8JsonWriter> write)
        where T : class
    {
        if (value is null)
        {
            return;
        }

        json.WriteStartObject(name);
        write(value, json);
        json.WriteEndObject();
    }

    public static void Put<T>(this Utf8JsonWriter json, string name, List<T> values, Action<T, Utf8JsonWriter> write)
    {
        if (Unset(values))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(value, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An idempotency token: the caller's, or a new one that the retries of this request share.</summary>
    public static void PutToken(this Utf8JsonWriter json, string name, string value) =>
#pragma warning disable RS0030 // Two requests without a token of their own are two intentions.
        json.WriteString(name, value ?? Guid.NewGuid().ToString());
#pragma warning restore RS0030

    // Where collections start out empty instead of null, an empty one says nothing.
    private static bool Unset(ICollection values) =>
        values is null || (values.Count == 0 && AWSConfigs.InitializeCollections);
}
