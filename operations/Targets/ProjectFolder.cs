namespace CallRecording.Operations.Targets;

/// <summary>Where this project lies.</summary>
internal static class ProjectFolder
{
    /// <summary>Found from where this program stands.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "statemachine.asl.json")) && !IsOutput(folder))
            {
                return folder.FullName;
            }
        }

        throw new CommandException($"There is no statemachine.asl.json in or above {AppContext.BaseDirectory}.");
    }

    private static bool IsOutput(DirectoryInfo folder) => folder.FullName.Contains("/bin/", StringComparison.Ordinal);
}
