using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>The members of a request, checked as the service's model says.</summary>
internal sealed class InputReader(JsonObject request)
{
    private const int DefaultPage = 100;
    private const int MaxPage = 1_000;
    private const int MaxArnLength = 256;

    public string Arn(string name)
    {
        var arn = Text(name, 1, MaxArnLength);
        return arn ?? throw Invalid($"Value at '{name}'", "not be null");
    }

    public string? Text(string name) => Of(name, JsonValueKind.String, "a string")?.GetValue<string>();

    public string? Text(string name, int min, int max)
    {
        var text = Text(name);
        if (text?.Length > max)
        {
            throw Invalid($"Value at '{name}'", $"have length less than or equal to {max}");
        }

        if (text?.Length < min)
        {
            throw Invalid($"Value at '{name}'", $"have length greater than or equal to {min}");
        }

        return text;
    }

    public string? OneOf(string name, params string[] values)
    {
        var text = Text(name);
        return text is null || values.Contains(text)
            ? text
            : throw Invalid($"Value '{text}' at '{name}'", $"satisfy enum value set: [{string.Join(", ", values)}]");
    }

    public bool? Flag(string name)
    {
        var node = request[name];
        return node?.GetValueKind() switch
        {
            null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw WrongType(name, "true or false"),
        };
    }

    /// <summary>maxResults: 0 and nothing mean 100.</summary>
    public int PageSize()
    {
        if (Of("maxResults", JsonValueKind.Number, "an integer") is not { } node)
        {
            return DefaultPage;
        }

        if (!node.AsValue().TryGetValue<long>(out var size))
        {
            throw WrongType("maxResults", "an integer");
        }

        return size switch
        {
            0 => DefaultPage,
            < 0 => throw Invalid($"Value '{size}' at 'maxResults'", "have value greater than or equal to 0"),
            > MaxPage =>
                throw Invalid($"Value '{size}' at 'maxResults'", $"have value less than or equal to {MaxPage}"),
            _ => (int)size,
        };
    }

    /// <param name="value">What is wrong: Value at 'name'.</param>
    /// <param name="rule">What the member must do.</param>
    public static AwsFault Invalid(string value, string rule) => new(
        "ValidationException",
        $"1 validation error detected: {value} failed to satisfy constraint: Member must {rule}");

    private JsonNode? Of(string name, JsonValueKind kind, string expected)
    {
        var node = request[name];
        return node is null || node.GetValueKind() == kind ? node : throw WrongType(name, expected);
    }

    private static AwsFault WrongType(string name, string expected) =>
        new("SerializationException", $"Member '{name}' is not {expected}.");
}
