using CallRecording.Tests.Local;

namespace CallRecording.Tests.Web.Browser;

/// <summary>A running system for the page alone, whose journeys take longer than all other situations.</summary>
[CollectionDefinition(Name)]
public sealed class PageStackCollection : ICollectionFixture<RunningStack>
{
    public const string Name = "One running stack for the page";
}
