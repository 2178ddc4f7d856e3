using System.Text.Json.Nodes;
using CallRecording.Local.Commands;

namespace CallRecording.Tests.Web.Browser;

/// <summary>The files of an ordered call: a sample's, those that came with the order, or the long call's.</summary>
internal static class OrderedFiles
{
    /// <param name="folder">For those that are not on the disk yet.</param>
    public static Submission For(CallOrder order, DirectoryInfo folder) =>
        order.Sample == LongCall.Name
            ? Submission(order, LongCall.WriteAudio(folder), Write(folder, "standard.json", LongCall.Standard()), null)
            : OfSample(order, new DirectoryInfo(ProjectFiles.At("local", "Samples", order.Sample)), folder);

    private static Submission OfSample(CallOrder order, DirectoryInfo sample, DirectoryInfo folder) => Submission(
        order,
        sample.GetFiles("audio.*").Single(),
        order.Standard is null
            ? sample.GetFiles("standard_output.json").Single()
            : Write(folder, "standard.json", order.Standard),
        order.Custom is null
            ? sample.GetFiles("custom_output.json").SingleOrDefault()
            : Write(folder, "custom.json", order.Custom));

    private static Submission Submission(CallOrder order, FileInfo audio, FileInfo standard, FileInfo? custom) =>
        new(audio, order.CallId, order.Timestamp, standard, custom, order.Fault, Count: 1, order.Metadata);

    private static FileInfo Write(DirectoryInfo folder, string name, JsonObject document)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        File.WriteAllText(file.FullName, document.ToJsonString());
        return file;
    }
}
