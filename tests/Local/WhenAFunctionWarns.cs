using CallRecording.Local;

namespace CallRecording.Tests.Local;

/// <summary>The terminal of <c>./run</c> shows what a function logs as a warning or an error.</summary>
public sealed class WhenAFunctionWarns : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("logs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"level":"Warning","message":"Call c-1: slow"}""", "Call c-1: slow")]
    [InlineData(
        """{"level":"Error","message":"","errorType":"IOException","errorMessage":"disk full"}""",
        "IOException: disk full")]
    [InlineData("""{"level":"Critical","errorType":"E","errorMessage":"disk full"}""", "E: disk full")]
    [InlineData("""{"level":"Error","message":7,"errorType":"E"}""", null)]
    [InlineData("""{"level":"Information","message":"Call c-1"}""", null)]
    [InlineData("""{"level":3}""", null)]
    [InlineData("""["Error"]""", null)]
    [InlineData("Error", null)]
    [InlineData("", null)]
    public void Its_line_says_what_happened(string logged, string? shown)
    {
        var lines = new List<string>();
        using var logs = new FunctionLogs(folder.FullName, new LocalEvents(lines.Add, TimeProvider.System));

        logs.Add("starter", logged);

        Assert.Equal(
            shown is null ? [] : [$"function starter {shown}"],
            lines.Select(line => line.Split(' ', 2)[1]));
    }
}
