using System.Reflection;
using Pulumi.Aws.DynamoDB.Inputs;

namespace CallRecording.Tests.Standins.PulumiAws;

/// <summary>The package's warning stops the build on a complete feed, so the stand-in has to give it, too.</summary>
public sealed class WhenAMemberIsDeprecated
{
    [Fact]
    public void The_compiler_says_what_to_use()
    {
        var property = typeof(TableGlobalSecondaryIndexArgs).GetProperty("HashKey");

        var obsolete = property?.GetCustomAttribute<ObsoleteAttribute>();
        Assert.EndsWith("Use keySchema instead.", obsolete?.Message, StringComparison.Ordinal);
    }
}
