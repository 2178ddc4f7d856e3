using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Engine;

/// <summary>Runs a program to its end and gathers what a person should read.</summary>
internal sealed class ProgramRunner
{
    private readonly TasksInFlight inFlight = new();
    private readonly Lock gate = new();
    private ImmutableArray<string> errors = [];

    public ImmutableArray<string> Errors
    {
        get
        {
            lock (gate)
            {
                return errors;
            }
        }
    }

    public void Watch(Task task) => inFlight.Add(task);

    public void LogError(string message)
    {
        lock (gate)
        {
            errors = errors.Add(message);
        }
    }

    public async Task RunAsync<TStack>(Func<TStack> createStack) where TStack : Stack
    {
        try
        {
            createStack().RegisterPropertyOutputs();
        }
        catch (Exception exception)
        {
            LogError(Describe(exception));
            return;
        }

        foreach (var failure in await inFlight.IdleOrFailureAsync().ConfigureAwait(false))
        {
            LogError(Describe(failure));
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException => exception.Message,
        ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n"
            + exception,
    };
}
