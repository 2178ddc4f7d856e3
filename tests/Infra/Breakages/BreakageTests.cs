using System.Collections.Immutable;
using System.Text.Json;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

public sealed class BreakageTests
{
    private const string Policy =
        """{"Statement":[{"Effect":"Allow","Action":["a:B","a:C"],"Condition":{"Bool":{"k":"true"}}}]}""";

    [Theory]
    [InlineData(
        "policy.$json.Statement.0.Effect", "\"Deny\"",
        """{"Statement":[{"Effect":"Deny","Action":["a:B","a:C"],"Condition":{"Bool":{"k":"true"}}}]}""")]
    [InlineData(
        "policy.$json.Statement.0.Condition", null, """{"Statement":[{"Effect":"Allow","Action":["a:B","a:C"]}]}""")]
    [InlineData(
        "policy.$json.Statement.0.Action.0", null,
        """{"Statement":[{"Effect":"Allow","Action":["a:C"],"Condition":{"Bool":{"k":"true"}}}]}""")]
    [InlineData(
        "policy.$json.Statement.0.Action.2", "\"a:D\"",
        """{"Statement":[{"Effect":"Allow","Action":["a:B","a:C","a:D"],"Condition":{"Bool":{"k":"true"}}}]}""")]
    [InlineData(
        "policy.$json.Id", "\"x\"",
        """{"Statement":[{"Effect":"Allow","Action":["a:B","a:C"],"Condition":{"Bool":{"k":"true"}}}],"Id":"x"}""")]
    public void A_value_in_a_document_that_is_kept_as_text_is_changed(string path, string? to, string expected) =>
        Assert.Equal(expected, Broken(path, to).Text("policy"));

    [Fact]
    public void A_part_of_a_text_is_changed_where_it_occurs_once()
    {
        Assert.Equal(
            Policy.Replace("a:C", "a:D", StringComparison.Ordinal),
            Broken("policy.$text.a:C", "\"a:D\"").Text("policy"));
        Assert.Equal(
            Policy.Replace(",\"a:C\"", "", StringComparison.Ordinal),
            Broken("policy.$text.,\"a:C\"", null).Text("policy"));
        Assert.Throws<InvalidOperationException>(() => Broken("policy.$text.a:", "\"b:\""));
    }

    [Fact]
    public void A_value_of_a_block_or_a_list_is_changed()
    {
        Assert.Equal(7.0, Broken("block.number", "7").Block("block")["number"]);
        Assert.Equal(true, Broken("block.dotted\\.name", "true").Block("block")["dotted.name"]);
        Assert.Equal(["two"], Broken("list.0", null).List("list"));
        Assert.Equal(["one", "two", "three"], Broken("list.2", "\"three\"").List("list"));
    }

    [Fact]
    public void A_whole_property_is_taken_away() =>
        Assert.False(Broken("list", null).Inputs.ContainsKey("list"));

    [Theory]
    [InlineData("policy.$json.Statement.1.Effect", "\"Deny\"", "There is no '1'")]
    [InlineData("policy.$json.Statement.0.Resource", null, "There is no 'Resource'")]
    [InlineData("block.$json", "1", "There is no '$json'")]
    [InlineData("list.3", "\"four\"", "There is no '3'")]
    [InlineData("other", "1", "has no other")]
    [InlineData("block.number", "1", "It is 1 already")]
    public void A_breakage_that_changes_nothing_is_refused(string path, string? to, string why)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Broken(path, to));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_breakage_of_a_resource_that_is_not_there_is_refused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => new Breakage("", "a:b/c:C", "elsewhere", "list", "").Break(Program()));

        Assert.Contains("has 0 resources a:b/c:C elsewhere", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"what":"a","type":"b","name":"c","path":"d"}]""")]
    [InlineData("""[{"what":"a","type":"b","name":"c","path":"d","noticedBy":"e","too":1}]""")]
    public void A_misspelt_or_missing_member_is_refused(string json) =>
        Assert.Throws<JsonException>(() => BreakageFiles.Read(json));

    private static Registration Broken(string path, string? to)
    {
        var breakage = new Breakage("", "a:b/c:C", "it", path, "")
        {
            To = to is null ? default : JsonElement.Parse(to),
        };
        return breakage.Break(Program()).Of("a:b/c:C").Single();
    }

    private static RecordedProgram Program() => new(
        TestStacks.Settings("dev"),
        [
            new(
                "a:b/c:C",
                "it",
                ImmutableDictionary.CreateRange(new Dictionary<string, object>
                {
                    ["policy"] = Policy,
                    ["block"] = ImmutableDictionary.CreateRange(
                        new Dictionary<string, object> { ["number"] = 1.0, ["dotted.name"] = false }),
                    ["list"] = ImmutableArray.Create<object>("one", "two"),
                }),
                []),
        ],
        new Dictionary<string, object?>());
}
