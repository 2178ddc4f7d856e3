using CallRecording.Tests.Emulators.EventSourceMapping;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Infra;
using CallRecording.Tests.Infra.Iam.Requests;
using CallRecording.Tests.Infra.Iam.Simulator;
using CallRecording.Tests.Local;
using CallRecording.Tests.Local.Burst;
using CallRecording.Tests.Local.Soak;
using CallRecording.Tests.Local.Whole;
using CallRecording.Tests.Tasks;
using CallRecording.Tests.Web.Browser;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CallRecording.Tests.LongChainsFirst))]

namespace CallRecording.Tests;

/// <summary>Starts the collections that take longest before all others. The tests of a collection run one after
/// another: one that starts late is what the whole run waits for in the end.</summary>
public sealed class LongChainsFirst : ITestCollectionOrderer
{
    /// <summary>Definitions of collections, and classes that are a collection of their own.</summary>
    private static readonly Type[] Longest =
    [
        typeof(PageStackCollection),
        typeof(StackCollection),
        typeof(WaitingStackCollection),
        typeof(WhenABurstIsPublished),
        typeof(WhenTheProgramIsPlanned),
        typeof(WhenEverythingFailsAtOnce),
        typeof(EmulatorsCollection),
        typeof(LargeItemsCollection),
        typeof(WhenServicesFail),
        typeof(WhenTheFunctionsAskTheServices),
        typeof(WhenTheDiskIsFull),
        typeof(WhenMessagesArrive),
        typeof(WhenABatchFails),
        typeof(WhenAFileIsDamaged),
        typeof(WhenAKeyLeadsElsewhere),
        typeof(WhenTheSimulatorIsAsked),
        typeof(WhenSomethingIsTakenOut),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(one => Place(one))];

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Longest, type =>
            collection.TestCollectionClassName == type.FullName
            || collection.TestCollectionDisplayName.Contains($" {type.FullName} ", StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
