using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>Reads a Task state: lambda:invoke is the one resource there is.</summary>
internal static class TaskReader
{
    private const int MaxSeconds = 99_999_999;
    private static readonly string[] Parameters = ["FunctionName", "Payload"];

    public static TaskState Read(string name, Fields fields)
    {
        var resource = fields.RequiredText("Resource");
        if (resource != TaskState.LambdaInvoke)
        {
            throw fields.Error("Resource", $"is {resource}, supported here is {TaskState.LambdaInvoke}");
        }

        return new TaskState(name)
        {
            InputPath = fields.Path("InputPath"),
            OutputPath = fields.Path("OutputPath"),
            Parameters = ReadParameters(fields),
            ResultSelector = StateReader.Template(fields, "ResultSelector"),
            ResultPath = StateReader.ResultPath(fields),
            TimeoutSeconds = fields.Integer("TimeoutSeconds", 1, MaxSeconds),
            Retry = RetryReader.ReadRetry(fields),
            Catch = RetryReader.ReadCatch(fields),
            Next = StateReader.Next(fields),
        };
    }

    private static PayloadTemplate ReadParameters(Fields fields)
    {
        var parameters = fields.Object("Parameters") ?? throw fields.Error("Parameters", "is missing");
        var names = parameters.Select(parameter => Plain(parameter.Key)).ToList();
        if (!names.Contains("FunctionName"))
        {
            throw fields.Error("Parameters", "has no FunctionName");
        }

        if (names.Find(name => !Parameters.Contains(name)) is { } unknown)
        {
            throw fields.Error("Parameters", $"{unknown} is not supported here; FunctionName and Payload are");
        }

        return PayloadTemplate.Parse(parameters, problem => fields.Error("Parameters", problem));
    }

    private static string Plain(string name) => name.EndsWith(".$", StringComparison.Ordinal) ? name[..^2] : name;
}
