using System.Globalization;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.ExecutionPages;
using CallRecording.Operations.Targets;

namespace CallRecording.Local;

/// <summary>What happens to calls, as it happens: lines on the terminal, and the executions' changes for the code that
/// waits for them.</summary>
internal sealed class LocalEvents(Action<string> write, TimeProvider time)
{
    private readonly Lock gate = new();

    /// <summary>Told every change of every execution, from any thread.</summary>
    public event Action<ExecutionEvent>? Execution;

    public void Say(string line)
    {
        lock (gate)
        {
            try
            {
                write(line);
            }
            catch (IOException)
            {
                // The line is lost: standard output is a file on a full disk, or a pipe without a reader.
            }
        }
    }

    /// <summary>One line for each address.</summary>
    public void SayReady(LocalAddresses addresses)
    {
        Say($"page and API       {addresses.Web}");
        Say($"executions         {new Uri(addresses.Web, ExecutionsPage.Root)}");
        Say($"DynamoDB           {addresses.DynamoDb}");
        Say($"SNS, SQS, S3       {addresses.Messaging}");
        Say($"Step Functions     {addresses.StepFunctions}");
        Say($"BDA                {addresses.Bda}");
        Say($"Lambda             {addresses.Lambda}");
        Say("ready");
    }

    public void Tell(ExecutionEvent change)
    {
        Execution?.Invoke(change);
        Line("execution", change.Execution, Words(change));
    }

    public void Tell(BdaJob job) =>
        Line("job", job.Id, job.ErrorMessage is null ? job.Status : $"{job.Status}: {job.ErrorMessage}");

    public void Line(string what, string name, string words) => Say(string.Create(
        CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss.fff} {what} {name} {words}"));

    private static string Words(ExecutionEvent change) => change switch
    {
        { Kind: ExecutionEventKind.Entered } => $"-> {change.State}",
        { Kind: ExecutionEventKind.Retried } => string.Create(
            CultureInfo.InvariantCulture,
            $"{change.State} failed with {change.Error}, again in {change.Delay?.TotalSeconds:0.#} s"),
        { Error: { } error } => $"{change.Kind} in {change.State}: {error}",
        _ => change.Kind.ToString(),
    };
}
