namespace CallRecording.Infra.Publishing;

/// <summary>One way to build the functions' executable for Lambda.</summary>
/// <param name="Architecture">As Lambda's setting names it: arm64 or x86_64.</param>
internal sealed record Target(string Name, string Architecture, string Runtime)
{
    public const string CustomRuntime = "provided.al2023";
    public const string ManagedRuntime = "dotnet10";

    private const string Arm = "arm64";
    private const string Intel = "x86_64";

    public static IReadOnlyList<Target> All { get; } =
    [
        new("arm64", Arm, CustomRuntime),
        new("x64", Intel, CustomRuntime),
        new("managed-arm64", Arm, ManagedRuntime),
        new("managed-x64", Intel, ManagedRuntime),
    ];

    /// <summary>Native code in one file, which is the whole runtime.</summary>
    public bool IsNative => Runtime == CustomRuntime;

    /// <summary>Lambda's handler setting: the managed runtime finds the assembly by it, the custom one ignores it.
    /// Which function runs, the variable FUNCTION says.</summary>
    public string Handler => IsNative ? Archive.Bootstrap : "CallRecording.Tasks";

    public string ZipName => $"tasks-{Name}.zip";

    public static Target Named(string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new PublishException(
            $"the target is '{name}', expected one of {string.Join(", ", All.Select(target => target.Name))}");
}
