namespace CallRecording.Tests.Packages.Lambda;

/// <summary>What these functions write is discarded; afterwards the console is as it was.</summary>
public sealed class KeptConsole : IDisposable
{
    private readonly (TextWriter Output, TextWriter Errors) before = (Console.Out, Console.Error);

    public KeptConsole()
    {
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
    }

    public void Dispose()
    {
        Console.SetOut(before.Output);
        Console.SetError(before.Errors);
    }
}
