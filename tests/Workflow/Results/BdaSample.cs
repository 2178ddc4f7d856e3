namespace CallRecording.Tests.Workflow.Results;

/// <summary>The verbatim results of a sample call that AWS published; beside the repository, not in it.</summary>
internal static class BdaSample
{
    public static byte[] Read(string name)
    {
        var path = ProjectFiles.At("..", "shared", "data", "bda", name);
        Assert.SkipUnless(File.Exists(path), $"No {name} in ../shared/data/bda beside the repository.");
        return File.ReadAllBytes(path);
    }
}
