
namespace CallRecording.Operations.CommandLine;

/// <summary>A line for each tenth that is done; of little work only the end is told.</summary>
internal sealed class Progress(int total, TextWriter output)
{
    private const int Parts = 10;
    private int done;

    public void Step()
    {
        done++;
        if (total >= Parts && done * Parts / total > (done - 1) * Parts / total)
        {
            output.WriteLine($"  {done} of {total}");
        }
    }
}
