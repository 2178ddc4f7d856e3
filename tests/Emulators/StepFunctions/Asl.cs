namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>Small definitions.</summary>
internal static class Asl
{
    /// <param name="states">The states, the first of them named A.</param>
    public static string Machine(string states, string more = "") =>
        $$"""{"StartAt":"A",{{more}}"States":{ {{states}} } }""";

    /// <summary>One task that ends the execution.</summary>
    public static string OneTask(string more = "") => Machine($$"""
        "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"f","Payload.$":"$"},"OutputPath":"$.Payload",{{more}}"End":true}
        """);

    /// <summary>A task whose Catch leads to a state that ends the execution with what was caught.</summary>
    public static string CaughtTask(string errors, string more = "") => Machine($$"""
        "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"f"},{{more}}
            "Catch":[{"ErrorEquals":[{{errors}}],"Next":"B"}],"End":true},
        "B": {"Type":"Pass","End":true}
        """);
}
