using DiffPlex.Renderer;

namespace CallRecording.Tests.Infra.Picture;

/// <summary>How a program differs from its approved picture.</summary>
internal static class PictureDifference
{
    /// <returns>Null where they are the same; else a unified diff, and how to approve it.</returns>
    public static string? Between(string name, string approved, string declared)
    {
        if (approved == declared)
        {
            return null;
        }

        var file = $"tests/Infra/approved/{name}.txt";
        var difference = UnidiffRenderer.GenerateUnidiff(approved, declared, file, $"{file} as declared");
        return $"""
            What is declared for {name} is not what was approved in {file}:

            {difference}
            Read it; if all of it is meant, './test --approve' renews the approved pictures, which belong in the same
            commit.
            """;
    }
}
