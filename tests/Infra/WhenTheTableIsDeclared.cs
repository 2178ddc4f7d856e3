using System.Collections.Immutable;
using CallRecording.Infra.Storage;
using CallRecording.Local.Emulators.Resources;
using CallRecording.Tasks.Aws;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra;

/// <summary>The program may not refer to the rooms that read and write the table, so it has their names
/// again.</summary>
public sealed class WhenTheTableIsDeclared
{
    [Fact]
    public async Task Its_keys_and_indexes_are_those_that_tasks_asks_for()
    {
        var table = (await TestStacks.RunAsync("dev")).Of("aws:dynamodb/table:Table").Single();

        Assert.Equal(
            (CallAttributes.Hash, CallAttributes.EpochSeconds), (table.Text("hashKey"), table.Text("rangeKey")));
        var indexes = table.List("globalSecondaryIndexes").Cast<ImmutableDictionary<string, object>>()
            .Select(one => ((string)one["name"], (string)one["hashKey"], (string)one["rangeKey"]))
            .Order();
        Assert.Equal(
            [
                (CallAttributes.IndexByTime, CallAttributes.Listing, CallAttributes.EpochSeconds),
                (CallAttributes.IndexInProgress, CallAttributes.InProgress, CallAttributes.UpdatedAt),
            ],
            indexes);
    }

    [Fact]
    public void The_index_by_time_has_what_it_has_on_one_machine() =>
        Assert.Equal(CallTable.ListedAttributes.Order(StringComparer.Ordinal), CallIndexes.ListedAttributes.Order(StringComparer.Ordinal));
}
