using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Tasks;

/// <summary>One DynamoDB for all tests of this room that write rows; each test has a table of its own in it.</summary>
[CollectionDefinition(Name)]
public sealed class EmulatorsCollection : ICollectionFixture<RunningEmulators>
{
    public const string Name = "tasks with emulators";
}
