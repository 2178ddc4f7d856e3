namespace Pulumi.Testing;

public class TestOptions
{
    /// <summary>"project" when not given.</summary>
    public string? ProjectName { get; set; }

    /// <summary>"stack" when not given.</summary>
    public string? StackName { get; set; }

    /// <summary>True when not given: outputs the mocks say nothing about are then unknown.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>"organization" when not given.</summary>
    public string? OrganizationName { get; set; }
}
