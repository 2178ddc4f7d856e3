using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Words;
using CallRecording.Workflow.Identity;
using CsCheck;

namespace CallRecording.Tests.Tasks.Words;

public sealed class CallSortKeyTests
{
    private static readonly Gen<CallItemKey> Keys = Gen.Select(
        Gen.Long[0, 253_402_300_799], Gen.String, (seconds, id) => new CallItemKey(CallHash.Of(id), seconds));

    [Fact]
    public void A_place_is_read_back() => Keys.Sample(key => Assert.Equal(key, CallSortKey.Read(CallSortKey.Of(key))));

    [Fact]
    public void Places_are_ordered_by_time_then_hash() => Gen.Select(Keys, Keys).Sample((one, other) =>
        Assert.Equal(
            Math.Sign((one.EpochSeconds, one.Hash).CompareTo((other.EpochSeconds, other.Hash))),
            Math.Sign(string.CompareOrdinal(CallSortKey.Of(one), CallSortKey.Of(other)))));
}
