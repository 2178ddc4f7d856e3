using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>A state that invokes one Lambda function through <c>arn:aws:states:::lambda:invoke</c>.</summary>
internal sealed record TaskState(string Name) : State(Name)
{
    public const string LambdaInvoke = "arn:aws:states:::lambda:invoke";

    public override string Type => "Task";

    public required PayloadTemplate Parameters { get; init; }

    public PayloadTemplate? ResultSelector { get; init; }

    public ReferencePath? ResultPath { get; init; } = ReferencePath.Root;

    /// <summary>Null for AWS's default, which is more than three years.</summary>
    public int? TimeoutSeconds { get; init; }

    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    public override IEnumerable<string> Successors => base.Successors.Concat(Catch.Select(catcher => catcher.Next));
}
