using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>Reads one state by its type.</summary>
internal static class StateReader
{
    private const int MaxSeconds = 99_999_999;

    public static State Read(string name, Fields fields)
    {
        fields.Text("Comment");
        DefinitionReader.RefuseOtherLanguages(fields);
        State state = fields.RequiredText("Type") switch
        {
            "Pass" => ReadPass(name, fields),
            "Task" => TaskReader.Read(name, fields),
            "Wait" => ReadWait(name, fields),
            "Choice" => ReadChoice(name, fields),
            "Succeed" => new SucceedState(name)
            {
                InputPath = fields.Path("InputPath"),
                OutputPath = fields.Path("OutputPath"),
            },
            "Fail" => new FailState(name) { Error = fields.Text("Error"), Cause = fields.Text("Cause") },
            var type => throw fields.Error(
                "Type",
                $"{type} is not supported here; Pass, Task, Wait, Choice, Succeed and Fail are"),
        };
        fields.RefuseTheRest();
        return state;
    }

    /// <returns>Null for a state that ends the execution.</returns>
    public static string? Next(Fields fields)
    {
        var (next, end) = (fields.Text("Next"), fields.Flag("End"));
        return (next, end) switch
        {
            (null, false) => throw fields.Error("Next", "is missing, and so is End"),
            (not null, true) => throw fields.Error("End", $"is true, and Next is {next}; expected one of them"),
            _ => next,
        };
    }

    public static ReferencePath? ResultPath(Fields fields) =>
        fields.Path("ResultPath") is { FromContext: true } path
            ? throw fields.Error("ResultPath", $"is {path.Text}, and the context object is read-only")
            : fields.Path("ResultPath");

    public static PayloadTemplate? Template(Fields fields, string name)
    {
        if (!fields.Has(name))
        {
            return null;
        }

        return PayloadTemplate.Parse(
            fields.Node(name),
            problem => fields.Error(name, problem));
    }

    private static PassState ReadPass(string name, Fields fields)
    {
        if (fields.Has("Result") && fields.Has("Parameters"))
        {
            throw fields.Error("Result", "stands beside Parameters; only one of them is supported here");
        }

        return new PassState(name)
        {
            InputPath = fields.Path("InputPath"),
            OutputPath = fields.Path("OutputPath"),
            Parameters = Template(fields, "Parameters"),
            HasResult = fields.Has("Result"),
            Result = fields.Node("Result"),
            ResultPath = ResultPath(fields),
            Next = Next(fields),
        };
    }

    private static WaitState ReadWait(string name, Fields fields)
    {
        if (fields.Has("Seconds") == fields.Has("SecondsPath"))
        {
            throw fields.Error("Seconds", "and SecondsPath: expected exactly one of them");
        }

        return new WaitState(name)
        {
            InputPath = fields.Path("InputPath"),
            OutputPath = fields.Path("OutputPath"),
            Seconds = fields.Integer("Seconds", 0, MaxSeconds),
            SecondsPath = fields.Has("SecondsPath") ? fields.RequiredPath("SecondsPath") : null,
            Next = Next(fields),
        };
    }

    private static ChoiceState ReadChoice(string name, Fields fields) => new(name)
    {
        InputPath = fields.Path("InputPath"),
        OutputPath = fields.Path("OutputPath"),
        Choices = ChoiceReader.Read(fields),
        Default = fields.Text("Default"),
    };
}
