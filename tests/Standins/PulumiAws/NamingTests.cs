using CallRecording.Standins.PulumiAws.Bridge;

namespace CallRecording.Tests.Standins.PulumiAws;

public sealed class NamingTests
{
    [Theory]
    [InlineData("arn", "arn")]
    [InlineData("kms_master_key_id", "kmsMasterKeyId")]
    [InlineData("s3_bucket", "s3Bucket")]
    public void A_name_becomes_camel_case(string terraform, string pulumi) =>
        Assert.Equal(pulumi, Naming.Camel(terraform));

    [Theory]
    [InlineData("rule", "rules")]
    [InlineData("alias", "alias")]
    [InlineData("prefix", "prefixes")]
    [InlineData("global_secondary_index", "global_secondary_indexes")]
    [InlineData("policy", "policies")]
    [InlineData("cache_key", "cache_keys")]
    public void Many_are_plural(string one, string many) => Assert.Equal(many, Naming.Plural(one));

    [Theory]
    [InlineData("rules", "rule")]
    [InlineData("prefixes", "prefix")]
    [InlineData("policies", "policy")]
    [InlineData("access", "access")]
    [InlineData("setting", "setting")]
    public void One_of_many_is_singular(string many, string one) => Assert.Equal(one, Naming.Singular(many));
}
