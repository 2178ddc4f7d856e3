using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Tasks;

/// <summary>A DynamoDB for the tests that fill it with large items or many: they take as long as all others of this
/// room.</summary>
[CollectionDefinition(Name)]
public sealed class LargeItemsCollection : ICollectionFixture<RunningEmulators>
{
    public const string Name = "tasks with emulators and large items";
}
