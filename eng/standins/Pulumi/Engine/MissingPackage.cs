namespace Pulumi.Engine;

internal static class MissingPackage
{
    public const string Message =
        "This build was made with the stand-in for the NuGet package Pulumi, which its package feed lacks: "
        + "rebuild on a complete feed to deploy.";
}
