using System.CommandLine;
using CallRecording.Operations.Failures;

namespace CallRecording.Tests.Operations;

public sealed class FailureOptionsTests
{
    [Fact]
    public void Blanks_around_a_call_id_are_none_of_it()
    {
        var options = new FailureOptions();
        var command = new Command("failures");
        options.AddTo(command);

        var filter = options.Filter(command.Parse(["--call-id", " call 1 ", "--call-id", "call-2\u00A0"]));

        Assert.Equal(["call 1", "call-2"], filter.CallIds);
    }
}
