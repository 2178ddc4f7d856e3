using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class InputCollectionTests
{
    [Fact]
    public async Task Lists_are_made_of_anything_that_lists()
    {
        InputList<int>[] lists =
        [
            new[] { 1, 2 }, new[] { Output.Create(1), Output.Create(2) }, new Input<int>[] { 1, 2 },
            new List<int> { 1, 2 }, ImmutableArray.Create(1, 2), Output.Create(ImmutableArray.Create(1, 2)),
            Output.Create(new List<int> { 1, 2 }), Output.Create(new[] { 1, 2 }), new InputList<int> { 1, 2 },
        ];

        foreach (var list in lists)
        {
            Assert.Equal([1, 2], await OutputUtilities.GetValueAsync(list.ToOutput()));
        }
    }

    [Fact]
    public async Task One_value_is_a_list_of_one()
    {
        InputList<string> list = "a";
        InputList<string> fromOutput = Output.Create("b");

        Assert.Equal(["a", "b"], await OutputUtilities.GetValueAsync(list.Concat(fromOutput).ToOutput()));
    }

    [Fact]
    public async Task Concat_leaves_both_lists_as_they_were_and_Add_does_not()
    {
        InputList<int> first = new[] { 1 };
        InputList<int> second = new[] { 2 };

        var both = first.Concat(second);
        first.Add(3, 4);
        second.AddRange(new[] { 5 });

        Assert.Equal([1, 2], await OutputUtilities.GetValueAsync(both.ToOutput()));
        Assert.Equal([1, 3, 4], await OutputUtilities.GetValueAsync(first.ToOutput()));
        Assert.Equal([2, 5], await OutputUtilities.GetValueAsync(second.ToOutput()));
    }

    [Fact]
    public async Task A_list_is_enumerated_without_blocking_only()
    {
        InputList<int> list = new[] { 1, 2 };
        var values = new List<int>();

        await foreach (var value in list)
        {
            values.Add(await OutputUtilities.GetValueAsync(value.ToOutput()));
        }

        Assert.Equal([1, 2], values);
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task Merged_maps_prefer_the_second()
    {
        InputMap<string> first = new() { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = new Dictionary<string, string> { ["b"] = "2" };

        var merged = await OutputUtilities.GetValueAsync(InputMap<string>.Merge(first, second).ToOutput());

        Assert.Equal(("1", "2"), (merged["a"], merged["b"]));
    }

    [Fact]
    public async Task A_key_is_added_twice_only_with_the_same_value()
    {
        var same = new InputMap<string> { { "a", "1" }, { "a", Output.Create("1") } };
        var different = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        Assert.Equal("1", (await OutputUtilities.GetValueAsync(same.ToOutput()))["a"]);
        var thrown = await Assert.ThrowsAsync<ArgumentException>(
            () => OutputUtilities.GetValueAsync(different.ToOutput()));
        Assert.Equal("Key 'a' already exists in the map with a different value.", thrown.Message);
    }

    [Fact]
    public async Task Unions_in_lists_and_maps_take_both_types()
    {
        InputList<Union<string, int>> list = new() { "a", 2 };
        InputMap<Union<string, int>> map = new() { { "k", 2 } };

        var values = await OutputUtilities.GetValueAsync(list.ToOutput());

        Assert.Equal(["a", 2], values.Select(value => value.Value));
        Assert.Equal(2, (await OutputUtilities.GetValueAsync(map.ToOutput()))["k"].AsT1);
    }
}
