namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>What the evaluation does not know, it refuses, and does not pass over.</summary>
public sealed class RefusedPolicyTests
{
    public static TheoryData<string, string, PolicyKind> Unknown() => new()
    {
        {
            "NotAction", """{"Effect":"Allow","NotAction":"s3:*","Action":"s3:*","Resource":"*"}""", PolicyKind.Identity
        },
        {
            "NotResource", """{"Effect":"Allow","Action":"s3:*","NotResource":"*","Resource":"*"}""",
            PolicyKind.Identity
        },
        {
            "NotPrincipal", """{"Effect":"Allow","NotPrincipal":"*","Principal":"*","Action":"s3:*","Resource":"*"}""",
            PolicyKind.Resource
        },
        { "effect is 'allow'", """{"Effect":"allow","Action":"s3:*","Resource":"*"}""", PolicyKind.Identity },
        { "effect is ''", """{"Action":"s3:*","Resource":"*"}""", PolicyKind.Identity },
        {
            "DateLessThan", """{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"DateLessThan":"""
                + """{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}}""", PolicyKind.Identity
        },
        {
            "ForAnyValue:StringEquals",
            """{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ForAnyValue:StringEquals":"""
                + """{"aws:TagKeys":"a"}}}""", PolicyKind.Identity
        },
        {
            "operator Null ", """{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"NullIfExists":"""
                + """{"aws:SourceArn":"true"}}}""", PolicyKind.Identity
        },
        {
            "'yes' is no value",
            """{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"yes"}}}""",
            PolicyKind.Identity
        },
        {
            "'me' is no value",
            """{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ArnEquals":{"aws:SourceArn":"me"}}}""",
            PolicyKind.Identity
        },
        {
            "variable", """{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}"}""",
            PolicyKind.Identity
        },
        { "no ARN", """{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3"}""", PolicyKind.Identity },
        { "no action", """{"Effect":"Allow","Action":"GetObject","Resource":"*"}""", PolicyKind.Identity },
        { "Action is null", """{"Effect":"Allow","Resource":"*"}""", PolicyKind.Identity },
        { "Resource is empty", """{"Effect":"Allow","Action":"s3:*","Resource":[]}""", PolicyKind.Identity },
        {
            "names no principal", """{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""",
            PolicyKind.Identity
        },
        { "names a principal", """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""", PolicyKind.Resource },
        {
            "kind Federated", """{"Effect":"Allow","Principal":{"Federated":"x"},"Action":"s3:*","Resource":"*"}""",
            PolicyKind.Resource
        },
        {
            "of no kind", """{"Effect":"Allow","Principal":"lambda.amazonaws.com","Action":"s3:*","Resource":"*"}""",
            PolicyKind.Resource
        },
        {
            "matches no principal",
            """{"Effect":"Allow","Principal":{"Service":"*.amazonaws.com"},"Action":"s3:*","Resource":"*"}""",
            PolicyKind.Resource
        },
        {
            "unless it is a role's trust",
            """{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}""", PolicyKind.Trust
        },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_it_does_not_know_it_refuses_and_names(string why, string statement, PolicyKind kind)
    {
        var refusal = Assert.Throws<PolicyRefusedException>(() => Policy(kind, statement));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Version":"2008-10-17","Statement":[]}""", "2008-10-17")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""", "no statements")]
    [InlineData("""{"Version":"2012-10-17","Statement":"x"}""", "no statements")]
    [InlineData("""{"Version":"2012-10-17","Statements":[]}""", "Statements")]
    [InlineData("""{"Version":"2012""", "no JSON")]
    [InlineData("[]", "no block")]
    public void A_document_that_is_no_policy_is_refused(string document, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<PolicyRefusedException>(() => IamPolicy.Parse(document, PolicyKind.Identity)).Message,
            StringComparison.Ordinal);

    private static IamPolicy Policy(PolicyKind kind, string statement) =>
        IamPolicy.Parse($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", kind);
}
