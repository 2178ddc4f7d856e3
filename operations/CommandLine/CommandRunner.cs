using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Amazon.Runtime;

namespace CallRecording.Operations.CommandLine;

/// <summary>Runs a command line, and what a command of it does.</summary>
internal static class CommandRunner
{
    // What the user typed: ./ops or ./run.
    private static readonly string Program =
        Assembly.GetEntryAssembly() == typeof(CommandRunner).Assembly ? "ops" : "run";

    // Stopping lets running functions finish and the emulators write their data down.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    public static Task<int> InvokeAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction mistake)
        {
            // One clear line; the whole manual is behind --help.
            mistake.ShowHelp = false;
        }

        return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StopLimit });
    }

    /// <summary>Runs a command's body; a problem that the operator can solve is one line, not a stack trace.</summary>
    /// <param name="errors">Null: standard error.</param>
    public static async Task<int> RunAsync(Func<Task> body, TextWriter? errors = null)
    {
        var told = errors ?? Terminal.Error;
        try
        {
            await body();
            return 0;
        }
        catch (CommandException problem)
        {
            await told.WriteLineAsync($"{Program}: {problem.Message}");
            return 1;
        }
        catch (AmazonServiceException problem)
        {
            await told.WriteLineAsync($"{Program}: {problem.ErrorCode}: {problem.Message}");
            return 1;
        }
        catch (AmazonClientException problem)
        {
            // Of a list of all that was tried the first line is enough.
            await told.WriteLineAsync($"{Program}: {problem.Message.Split('\n')[0]}");
            return 1;
        }
        catch (HttpRequestException problem)
        {
            // A service that broke down over a full disk, for example.
            await told.WriteLineAsync($"{Program}: {problem.Message.Split('\n')[0]}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
