using System.Globalization;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>How many inputs are tried: few in every run of the tests, as many as wanted by ./test --fuzz [N].</summary>
internal static class FuzzCount
{
    private const string Variable = "FUZZ_COUNT";
    private const int Usual = 1_000;

    public static int Value => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : Usual;
}
