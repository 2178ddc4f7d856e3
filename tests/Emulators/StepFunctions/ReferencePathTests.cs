using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;
using CsCheck;
using static CallRecording.Tests.Emulators.StepFunctions.JsonAssertions;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class ReferencePathTests
{
    private static readonly Gen<string> Field = Gen.OneOf(
        Gen.String[Gen.Char['a', 'c'], 1, 2].Select(name => "." + name),
        Gen.String[Gen.Char.AlphaNumeric, 1, 4].Select(name => $"['{name} .']"));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("$a")]
    [InlineData("$.")]
    [InlineData("$..a")]
    [InlineData("$.*")]
    [InlineData("$[*]")]
    [InlineData("$[0:1]")]
    [InlineData("$[-1]")]
    [InlineData("$[?(@.a)]")]
    [InlineData("$.a b")]
    [InlineData("$['a'")]
    public void What_may_name_more_than_one_node_or_none_is_no_path(string text) =>
        Assert.False(ReferencePath.TryParse(text, out _, out _));

    [Theory]
    [InlineData("$", """{"a":{"b":[1,{"c d":null}]}}""")]
    [InlineData("$.a.b[0]", "1")]
    [InlineData("$['a'][\"b\"][1]['c d']", "null")]
    [InlineData("$.a.b[2]", null)]
    [InlineData("$.a[0]", null)]
    [InlineData("$.a.b.c", null)]
    [InlineData("$.A", null)]
    public void It_reads_one_node(string text, string? expected)
    {
        Assert.True(ReferencePath.TryParse(text, out var path, out _));

        var isFound = path.TryRead(JsonNode.Parse("""{"a":{"b":[1,{"c d":null}]}}"""), out var value);

        Assert.Equal(expected is not null, isFound);
        if (expected is not null)
        {
            AssertJson(expected, value);
        }
    }

    [Fact]
    public void What_is_written_is_read_again_and_the_input_stays_as_it_was() =>
        Gen.String[Gen.Char['a', 'c'], 1, 2].Array[0, 3]
            .Select(Field.Array[1, 4])
            .Sample((fields, steps) =>
            {
                var input = new JsonObject();
                foreach (var field in fields.Distinct())
                {
                    input[field] = new JsonObject { ["a"] = new JsonObject() };
                }

                var before = input.ToJsonString();
                JsonNode? combined = null;
                var isPath = ReferencePath.TryParse("$" + string.Concat(steps), out var path, out _);

                var isWritten = isPath && ResultPaths.TryCombine(input, path, "result", out combined);

                return isWritten
                    && path!.TryRead(combined, out var value)
                    && value!.GetValue<string>() == "result"
                    && input.ToJsonString() == before;
            });
}
