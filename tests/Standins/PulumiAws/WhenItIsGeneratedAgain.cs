using CallRecording.Standins.PulumiAws;

namespace CallRecording.Tests.Standins.PulumiAws;

public sealed class WhenItIsGeneratedAgain
{
    private readonly Generation generation = Generate();

    [Fact]
    public void The_code_is_the_same() => Assert.Equal(Generate().Code, generation.Code);

    [Fact]
    public void The_way_back_to_Terraform_is_the_committed_one() => Assert.Equal(
        Committed(SourceFiles.ResourceTypes), generation.ResourceTypes, ignoreLineEndingDifferences: true);

    private static Generation Generate() => new(Committed(SourceFiles.Schema), Committed(SourceFiles.Types));

    private static string Committed(string path) => File.ReadAllText(ProjectFiles.At(path));
}
