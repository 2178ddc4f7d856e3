namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>What another simulator cannot judge, and what must hold where it is not installed.</summary>
public sealed class EvaluatorTests
{
    private const string Ours = "111111111111";
    private const string Theirs = "222222222222";
    private const string Queue = $"arn:aws:sqs:us-east-1:{Ours}:q";
    private const string Key = $"arn:aws:kms:us-east-1:{Ours}:key/k";
    private const string Role = $"arn:aws:iam::{Ours}:role/r";

    private const string AllowsSending = $$"""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"{{Queue}}"}""";
    private const string DeniesSending = $$"""{"Effect":"Deny","Action":"sqs:*","Resource":"*"}""";

    private static readonly Caller OurRole = new Caller.Identity(Arn.Parse(Role));
    private static readonly Caller TheirRole = new Caller.Identity(Arn.Parse($"arn:aws:iam::{Theirs}:role/r"));

    [Fact]
    public void Two_statements_have_not_the_same_Sid() =>
        Assert.Throws<PolicyRefusedException>(() => Policy(
            PolicyKind.Identity,
            """{"Sid":"a","Effect":"Allow","Action":"s3:*","Resource":"*"}""",
            """{"Sid":"a","Effect":"Deny","Action":"s3:*","Resource":"*"}"""));

    [Fact]
    public void In_its_own_account_either_policy_is_enough_and_in_anothers_both_are_needed()
    {
        var role = Policy(PolicyKind.Identity, AllowsSending);
        var queue = Admits($"arn:aws:iam::{Theirs}:role/r", Role);

        Assert.Equal(Decision.Allowed, Send(OurRole, role, null));
        Assert.Equal(Decision.Allowed, Send(OurRole, null, queue));
        Assert.Equal(Decision.ImplicitlyDenied, Send(TheirRole, role, null));
        Assert.Equal(Decision.ImplicitlyDenied, Send(TheirRole, null, queue));
        Assert.Equal(Decision.Allowed, Send(TheirRole, role, queue));
    }

    [Theory]
    [InlineData("arn:aws:sqs:us-east-1:111111111111:q", true)]
    [InlineData("arn:aws:sqs:us-east-1:111111111111:Q", false)]
    [InlineData("arn:aws:sqs:us-west-2:111111111111:q", false)]
    [InlineData("arn:aws:sqs:us-east-1:222222222222:q", false)]
    [InlineData("arn:aws:sns:us-east-1:111111111111:q", false)]
    [InlineData("arn:aws-cn:sqs:us-east-1:111111111111:q", false)]
    [InlineData("arn:aws:sqs:us-east-1:111111111111:q2", false)]
    [InlineData("*", false)]
    public void A_resource_is_the_same_in_each_part_of_its_name(string resource, bool expected) =>
        Assert.Equal(
            expected,
            Evaluator.Decide(
                new(OurRole, "sqs:SendMessage", resource, Ours), [Policy(PolicyKind.Identity, AllowsSending)],
                null) is Decision.Allowed);

    [Fact]
    public void A_statement_about_an_account_leaves_it_to_the_account()
    {
        var queue = Admits($"arn:aws:iam::{Ours}:root", Theirs);

        Assert.Equal(Decision.ImplicitlyDenied, Send(OurRole, null, queue));
        Assert.Equal(Decision.ImplicitlyDenied, Send(TheirRole, null, queue));
        Assert.Equal(Decision.Allowed, Send(TheirRole, Policy(PolicyKind.Identity, AllowsSending), queue));
    }

    [Fact]
    public void What_is_denied_anywhere_is_denied()
    {
        var allows = Policy(PolicyKind.Identity, AllowsSending);

        Assert.Equal(
            Decision.ExplicitlyDenied,
            Send(OurRole, Policy(PolicyKind.Identity, AllowsSending, DeniesSending), Admits(Role)));
        Assert.Equal(Decision.ExplicitlyDenied, Send(OurRole, allows, Policy(
            PolicyKind.Resource, """{"Effect":"Deny","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}""")));
    }

    [Fact]
    public void Of_a_key_its_own_policy_decides_what_is_left_to_the_account()
    {
        var role = Policy(PolicyKind.Identity, """{"Effect":"Allow","Action":"kms:*","Resource":"*"}""");

        Decision Ask(string action, string principal) => Evaluator.Decide(
            new(OurRole, action, Key, Ours),
            [role],
            Policy(
            PolicyKind.Resource,
            $$$"""{"Effect":"Allow","Principal":{"AWS":"{{{principal}}}"},"Action":"kms:Decrypt","Resource":"*"}"""));

        Assert.Equal(Decision.Allowed, Ask("kms:Decrypt", $"arn:aws:iam::{Ours}:root"));
        Assert.Equal(Decision.ImplicitlyDenied, Ask("kms:Encrypt", $"arn:aws:iam::{Ours}:root"));
        Assert.Equal(Decision.ImplicitlyDenied, Ask("kms:Decrypt", $"arn:aws:iam::{Ours}:role/another"));
    }

    [Fact]
    public void A_role_is_assumed_by_whom_it_trusts()
    {
        var trust = Policy(
            PolicyKind.Trust,
            """{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""");

        Decision Ask(Caller caller) => Evaluator.Decide(
            new(caller, "sts:AssumeRole", Role, Ours),
            [Policy(PolicyKind.Identity, """{"Effect":"Allow","Action":"sts:*","Resource":"*"}""")],
            trust);

        Assert.Equal(Decision.Allowed, Ask(new Caller.Service("lambda.amazonaws.com")));
        Assert.Equal(Decision.ImplicitlyDenied, Ask(new Caller.Service("states.amazonaws.com")));
        Assert.Equal(Decision.ImplicitlyDenied, Ask(OurRole));
        Assert.Equal(Decision.ImplicitlyDenied, Ask(new Caller.Anonymous()));
    }

    [Theory]
    [InlineData("StringEquals", "a", null, false)]
    [InlineData("StringEqualsIfExists", "a", null, true)]
    [InlineData("StringEqualsIfExists", "a", "b", false)]
    [InlineData("StringNotEquals", "a", null, true)]
    [InlineData("StringNotEquals", "a", "a", false)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringLike", "a*", "ab", true)]
    [InlineData("StringLike", "a?", "a", false)]
    [InlineData("Bool", "TRUE", "true", true)]
    [InlineData("Null", "true", null, true)]
    [InlineData("Null", "true", "a", false)]
    [InlineData("Null", "false", "a", true)]
    [InlineData("NumericLessThan", "300", "299", true)]
    [InlineData("NumericLessThan", "300", "300", false)]
    [InlineData("NumericLessThanEquals", "300", "300", true)]
    [InlineData("NumericGreaterThan", "9", "10", true)]
    [InlineData("NumericLessThan", "300", "many", false)]
    [InlineData("ArnEquals", "arn:aws:sns:*:111111111111:t", "arn:aws:sns:us-east-1:111111111111:t", true)]
    [InlineData("ArnLike", "arn:aws:sns:*:111111111111:t", "arn:aws:sns:us-east-1:222222222222:t", false)]
    [InlineData("ArnNotLike", "arn:aws:sns:*:111111111111:t", "arn:aws:sns:us-east-1:222222222222:t", true)]
    public void A_condition_holds_as_its_operator_says(string operation, string value, string? found, bool expected)
    {
        var condition = new PolicyCondition(operation, "AWS:Key", [value]);
        var request = new AccessRequest(OurRole, "a:B", "*", Ours);
        Assert.Equal(expected, condition.Holds((found is null ? request : request.With(("aws:key", found))).Context));
    }

    private static Decision Send(Caller caller, IamPolicy? role, IamPolicy? queue) =>
        Evaluator.Decide(new(caller, "SQS:sendmessage", Queue, Ours), role is null ? [] : [role], queue);

    private static IamPolicy Admits(params string[] principals) => Policy(
        PolicyKind.Resource,
        $$$"""{"Effect":"Allow","Principal":{"AWS":["{{{string.Join("\",\"", principals)}}}"]}"""
            + $$""","Action":"sqs:SendMessage","Resource":"{{Queue}}"}""");

    private static IamPolicy Policy(PolicyKind kind, params string[] statements) =>
        IamPolicy.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""", kind);
}
