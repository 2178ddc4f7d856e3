using System.Collections.Immutable;
using CallRecording.Infra.Storage;
using CallRecording.Local.Resources;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra;

/// <summary>The program may not refer to the rooms that read and write the table, so it has their names
/// again.</summary>
public sealed class WhenTheTableIsDeclared
{
    [Fact]
    public async Task Its_keys_and_indexes_are_those_that_tasks_asks_for()
    {
        var table = Table(await TestStacks.RunAsync("dev"), "-call-recordings");

        Assert.Equal(
            (CallAttributes.Hash, CallAttributes.EpochSeconds), (table.Text("hashKey"), table.Text("rangeKey")));
        var indexes = Indexes(table)
            .Select(one => ((string)one["name"], Key(one, "HASH"), Key(one, "RANGE")))
            .Order();
        Assert.Equal(
            [
                (CallAttributes.IndexByStatus, CallAttributes.Status, CallAttributes.EpochSeconds),
                (CallAttributes.IndexByTime, CallAttributes.Listing, CallAttributes.EpochSeconds),
                (CallAttributes.IndexOfCounts, CallAttributes.Listing, CallAttributes.EpochSeconds),
                (CallAttributes.IndexInProgress, CallAttributes.InProgress, CallAttributes.UpdatedAt),
            ],
            indexes);
    }

    [Fact]
    public async Task The_table_of_words_has_the_keys_that_tasks_asks_for()
    {
        var table = Table(await TestStacks.RunAsync("dev"), "-call-words");

        Assert.Equal((WordAttributes.Word, WordAttributes.Call), (table.Text("hashKey"), table.Text("rangeKey")));
    }

    /// <summary>DynamoDB refuses to make an index with more (API reference, "Projection"), and so would the first
    /// deployment.</summary>
    [Fact]
    public async Task No_index_names_more_than_20_attributes_nor_its_keys()
    {
        const int most = 20;
        string[] keys = [CallAttributes.Hash, CallAttributes.EpochSeconds];
        var table = Table(await TestStacks.RunAsync("dev"), "-call-recordings");

        foreach (var index in Indexes(table).Where(one => one.ContainsKey("nonKeyAttributes")))
        {
            var names = ((ImmutableArray<object>)index["nonKeyAttributes"]).Cast<string>().ToList();
            Assert.True(names.Count is > 0 and <= most, $"{index["name"]} names {names.Count}, expected 1 to {most}.");
            Assert.Empty(names.Intersect([.. keys, Key(index, "HASH"), Key(index, "RANGE")]));
        }
    }

    [Fact]
    public void The_indexes_have_what_they_have_on_one_machine()
    {
        Assert.Equal(
            CallTable.ListedAttributes.Order(StringComparer.Ordinal),
            CallIndexes.ListedAttributes.Order(StringComparer.Ordinal));
        Assert.Equal(
            CallTable.CountedAttributes.Order(StringComparer.Ordinal),
            CallIndexes.CountedAttributes.Order(StringComparer.Ordinal));
    }

    private static Registration Table(RecordedProgram program, string what) => program
        .Of("aws:dynamodb/table:Table")
        .Single(one => one.Name.EndsWith(what, StringComparison.Ordinal));

    private static IEnumerable<ImmutableDictionary<string, object>> Indexes(Registration table) =>
        table.List("globalSecondaryIndexes").Cast<ImmutableDictionary<string, object>>();

    private static string Key(ImmutableDictionary<string, object> index, string type) =>
        (string)((ImmutableArray<object>)index["keySchemas"])
            .Cast<ImmutableDictionary<string, object>>()
            .Single(key => (string)key["keyType"] == type)["attributeName"];
}
