using CallRecording.Emulators.Protocol;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Operations;

/// <summary>The commands reach a local system by names and numbers of their own; these are the ones that it
/// has.</summary>
public sealed class StackNamesTests
{
    [Fact]
    public void They_are_the_names_of_the_local_stack()
    {
        var names = StackNames.Local;

        Assert.Equal(
            [
                ResourceNames.Table, ResourceNames.WordsTable, ResourceNames.RecordingsBucket,
                ResourceNames.OutputBucket, ResourceNames.StateMachineArn,
            ],
            [names.Table, names.Words, names.Recordings, names.Results, names.StateMachineArn]);
        Assert.Equal(
            [
                ResourceNames.Queue, ResourceNames.DeadLetterQueue, ResourceNames.StateMachine,
                ResourceNames.StarterFunction,
            ],
            [StackNames.Queue, StackNames.DeadLetterQueue, StackNames.StateMachine, StackNames.StarterFunction]);
    }

    [Fact]
    public void They_are_in_the_region_of_the_emulators() =>
        Assert.Equal(EmulatedAccount.Region, LocalAddresses.Region);
}
