using System.Text.Json;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Workflow.Failures;

public sealed class ErrorNameTests
{
    public static TheoryData<Type> Exceptions => [.. typeof(CallProcessingFailedException).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Exception)))];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void An_exception_keeps_its_message_and_what_caused_it(Type exception)
    {
        var inner = new InvalidOperationException("inner");

        var made = (Exception?)Activator.CreateInstance(exception, "message", inner);

        Assert.Equal("message", made?.Message);
        Assert.Same(inner, made?.InnerException);
    }

    [Fact]
    public void Every_error_of_ours_that_the_definition_retries_is_an_exception_here()
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(ProjectFiles.At("statemachine.asl.json")));
        var retried = definition.RootElement.GetProperty("States").EnumerateObject()
            .Where(state => state.Value.TryGetProperty("Retry", out _))
            .SelectMany(state => state.Value.GetProperty("Retry").EnumerateArray())
            .SelectMany(retry => retry.GetProperty("ErrorEquals").EnumerateArray())
            .Select(error => error.GetString() ?? "")
            .Where(error => !error.Contains('.', StringComparison.Ordinal)) // AWS's own names have a dot
            .ToHashSet();

        var names = Exceptions.Select(row => row.Data.Name).ToHashSet();

        Assert.NotEmpty(retried);
        Assert.Subset(names, retried);
    }
}
